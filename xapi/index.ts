export {
  type Catalogue,
  type CatalogueEntry,
  type CommandEntry,
  type ConfigurationEntry,
  type EventEntry,
  type EventField,
  loadCatalogue,
  type Parameter,
  type Role,
  type StatusEntry,
  type ValueType,
} from './catalogue.ts';
