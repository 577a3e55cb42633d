import type { Activity, IntentFilter } from './manifest-scan.ts';

/** The activities that Android starts the app with: more than one where the home screen shows several. */
export function launcherActivities(all: readonly Activity[]): Activity[] {
  const started = all.filter(({ filters }) => filters.some(isLauncher));
  const activities = started.flatMap((one) =>
    one.target === undefined ? [one] : all.filter((other) => isTargetOf(one.target, other)),
  );
  return [...new Set(activities)];
}

function isLauncher({ actions, categories }: IntentFilter): boolean {
  return actions.includes('android.intent.action.MAIN') && categories.includes('android.intent.category.LAUNCHER');
}

/** `.Main`, `Main` and `com.example.Main` are one class: the package is written elsewhere. */
function isTargetOf(target: string | undefined, { name, target: ofAlias }: Activity): boolean {
  if (target === undefined || ofAlias !== undefined) return false;
  const [one, other] = [target, name].map((written) => (written.includes('.') ? written : `.${written}`));
  if (one === undefined || other === undefined) return false;
  return (
    one === other || (one.startsWith('.') && other.endsWith(one)) || (other.startsWith('.') && one.endsWith(other))
  );
}
