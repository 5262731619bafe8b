import type { DeployReport } from './deploy-report.ts';
import type { DeployRun } from './deploy-run.ts';
import type { DevicePlan } from './plan.ts';
import { reportChanges } from './plan-macros.ts';

/** What the plan does not tell. */
export type RunNotes = Pick<DeployReport, 'outcome'> & Partial<DeployReport>;

export function reportOf({ connection, dryRun }: DeployRun, plan: DevicePlan, notes: RunNotes): DeployReport {
  const macros = reportChanges(plan.changes, dryRun);
  const isUntouched = dryRun || notes.outcome === 'unchanged';
  return {
    device: connection.target.name,
    dryRun,
    macros,
    saves: macros.filter(({ saved }) => saved).length,
    restarts: plan.restart && !isUntouched ? 1 : 0,
    foreign: plan.foreign,
    fixed: [],
    repaired: [],
    notProved: [],
    condemnedBy: [],
    restored: false,
    ...notes,
  };
}
