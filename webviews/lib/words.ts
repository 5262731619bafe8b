/** The pages' own words in one language. `{}` stands for what is put in. */
export interface Words {
  readonly lights: string;
  readonly on: string;
  readonly off: string;
  readonly blinds: string;
  readonly open: string;
  readonly closed: string;
  /** `{}` is a percentage, sign included. */
  readonly partlyOpen: string;
  readonly temperature: string;
  /** `{}` is a temperature, unit included. */
  readonly wanted: string;
  readonly people: string;
  readonly someone: string;
  readonly nobody: string;
  readonly unknown: string;
  readonly volume: string;
  /** Stands in a tile until the room is known. */
  readonly waiting: string;
  /** The headline until the room's name is known. */
  readonly room: string;
  readonly lightIsOn: string;
  /** `{}` is what to say. */
  readonly dismissal: string;
  readonly closesInMinutes: string;
  readonly closesInSeconds: string;
  readonly closing: string;
  readonly unreached: string;
  /** `{}` is a time of day. */
  readonly lostSince: string;
  readonly liveAgain: string;
  readonly ended: string;
  readonly unreadable: string;
  readonly notAvailable: string;
  /** `{}` is what to say. */
  readonly openAgain: string;
}

export const ENGLISH: Words = {
  lights: 'Lights',
  on: 'On',
  off: 'Off',
  blinds: 'Blinds',
  open: 'Open',
  closed: 'Closed',
  partlyOpen: '{} open',
  temperature: 'Temperature',
  wanted: 'Set to {}',
  people: 'People',
  someone: 'In use',
  nobody: 'Empty',
  unknown: 'Not known',
  volume: 'Volume',
  waiting: 'Waiting for the room',
  room: 'This room',
  lightIsOn: 'The light is on',
  dismissal: 'To close this page, say “{}”',
  closesInMinutes: 'Closes in {} min',
  closesInSeconds: 'Closing in {} s',
  closing: 'This page is closing',
  unreached: 'The room cannot be reached. Trying again.',
  lostSince: 'No news from the room since {}. Trying again.',
  liveAgain: 'Live again',
  ended: 'This page gets no more news from the room.',
  unreadable: 'Some news from the room could not be read.',
  notAvailable: 'This page is no longer available',
  openAgain: 'To see it again, say “{}”',
};

const de: Words = {
  lights: 'Licht',
  on: 'An',
  off: 'Aus',
  blinds: 'Jalousie',
  open: 'Offen',
  closed: 'Geschlossen',
  partlyOpen: '{} offen',
  temperature: 'Temperatur',
  wanted: 'Eingestellt: {}',
  people: 'Personen',
  someone: 'Belegt',
  nobody: 'Leer',
  unknown: 'Unklar',
  volume: 'Lautstärke',
  waiting: 'Warten auf den Raum',
  room: 'Dieser Raum',
  lightIsOn: 'Das Licht ist an',
  dismissal: 'Zum Schließen sagen Sie „{}“',
  closesInMinutes: 'Schließt in {} Min.',
  closesInSeconds: 'Schließt in {} s',
  closing: 'Diese Seite schließt sich',
  unreached: 'Der Raum ist nicht erreichbar. Neuer Versuch läuft.',
  lostSince: 'Keine Nachricht vom Raum seit {}. Neuer Versuch läuft.',
  liveAgain: 'Wieder live',
  ended: 'Diese Seite bekommt keine Nachrichten vom Raum mehr.',
  unreadable: 'Eine Nachricht vom Raum war nicht lesbar.',
  notAvailable: 'Diese Seite ist nicht mehr verfügbar',
  openAgain: 'Um sie wieder zu sehen, sagen Sie „{}“',
};

const fr: Words = {
  lights: 'Éclairage',
  on: 'Allumé',
  off: 'Éteint',
  blinds: 'Stores',
  open: 'Ouverts',
  closed: 'Fermés',
  partlyOpen: 'Ouverts à {}',
  temperature: 'Température',
  wanted: 'Réglée sur {}',
  people: 'Personnes',
  someone: 'Occupée',
  nobody: 'Vide',
  unknown: 'Inconnu',
  volume: 'Volume',
  waiting: 'En attente de la salle',
  room: 'Cette salle',
  lightIsOn: 'La lumière est allumée',
  dismissal: 'Pour fermer cette page, dites « {} »',
  closesInMinutes: 'Se ferme dans {} min',
  closesInSeconds: 'Se ferme dans {} s',
  closing: 'Cette page se ferme',
  unreached: 'La salle est injoignable. Nouvelle tentative.',
  lostSince: 'Aucune nouvelle de la salle depuis {}. Nouvelle tentative.',
  liveAgain: 'De nouveau en direct',
  ended: 'Cette page ne reçoit plus de nouvelles de la salle.',
  unreadable: 'Une information de la salle était illisible.',
  notAvailable: 'Cette page n’est plus disponible',
  openAgain: 'Pour la revoir, dites « {} »',
};

const es: Words = {
  lights: 'Luces',
  on: 'Encendidas',
  off: 'Apagadas',
  blinds: 'Persianas',
  open: 'Abiertas',
  closed: 'Cerradas',
  partlyOpen: '{} abiertas',
  temperature: 'Temperatura',
  wanted: 'Ajustada a {}',
  people: 'Personas',
  someone: 'Ocupada',
  nobody: 'Vacía',
  unknown: 'Se desconoce',
  volume: 'Volumen',
  waiting: 'Esperando a la sala',
  room: 'Esta sala',
  lightIsOn: 'La luz está encendida',
  dismissal: 'Para cerrar esta página, diga «{}»',
  closesInMinutes: 'Se cierra en {} min',
  closesInSeconds: 'Se cierra en {} s',
  closing: 'Esta página se está cerrando',
  unreached: 'No se puede contactar con la sala. Reintentando.',
  lostSince: 'Sin noticias de la sala desde las {}. Reintentando.',
  liveAgain: 'De nuevo en directo',
  ended: 'Esta página ya no recibe noticias de la sala.',
  unreadable: 'No se pudo leer un dato de la sala.',
  notAvailable: 'Esta página ya no está disponible',
  openAgain: 'Para verla de nuevo, diga «{}»',
};

const nb: Words = {
  lights: 'Lys',
  on: 'På',
  off: 'Av',
  blinds: 'Persienner',
  open: 'Åpne',
  closed: 'Lukket',
  partlyOpen: '{} åpne',
  temperature: 'Temperatur',
  wanted: 'Satt til {}',
  people: 'Personer',
  someone: 'I bruk',
  nobody: 'Tomt',
  unknown: 'Ukjent',
  volume: 'Volum',
  waiting: 'Venter på rommet',
  room: 'Dette rommet',
  lightIsOn: 'Lyset er på',
  dismissal: 'For å lukke siden, si «{}»',
  closesInMinutes: 'Lukkes om {} min',
  closesInSeconds: 'Lukkes om {} s',
  closing: 'Siden lukkes',
  unreached: 'Rommet kan ikke nås. Prøver igjen.',
  lostSince: 'Ingen nytt fra rommet siden {}. Prøver igjen.',
  liveAgain: 'Direkte igjen',
  ended: 'Siden får ikke lenger nytt fra rommet.',
  unreadable: 'Noe nytt fra rommet kunne ikke leses.',
  notAvailable: 'Siden er ikke lenger tilgjengelig',
  openAgain: 'For å se den igjen, si «{}»',
};

const ar: Words = {
  lights: 'الإضاءة',
  on: 'مضاءة',
  off: 'مطفأة',
  blinds: 'الستائر',
  open: 'مفتوحة',
  closed: 'مغلقة',
  partlyOpen: 'مفتوحة {}',
  temperature: 'درجة الحرارة',
  wanted: 'مضبوطة على {}',
  people: 'الأشخاص',
  someone: 'مشغولة',
  nobody: 'فارغة',
  unknown: 'غير معروف',
  volume: 'مستوى الصوت',
  waiting: 'في انتظار الغرفة',
  room: 'هذه الغرفة',
  lightIsOn: 'الضوء مضاء',
  dismissal: 'لإغلاق هذه الصفحة، قل «{}»',
  closesInMinutes: 'تُغلق خلال {} د',
  closesInSeconds: 'تُغلق خلال {} ث',
  closing: 'يجري إغلاق هذه الصفحة',
  unreached: 'تعذر الوصول إلى الغرفة. تجري إعادة المحاولة.',
  lostSince: 'لا أخبار من الغرفة منذ {}. تجري إعادة المحاولة.',
  liveAgain: 'عاد البث المباشر',
  ended: 'لم تعد هذه الصفحة تتلقى أخبارًا من الغرفة.',
  unreadable: 'تعذرت قراءة بعض أخبار الغرفة.',
  notAvailable: 'لم تعد هذه الصفحة متاحة',
  openAgain: 'لعرضها من جديد، قل «{}»',
};

/** By two-letter language. */
export const WORDS: Readonly<Record<string, Words>> = { en: ENGLISH, de, fr, es, nb, ar };

export const fill = (template: string, value: string) => template.replace('{}', () => value);
