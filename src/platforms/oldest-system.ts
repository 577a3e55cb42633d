import type { Outdated } from '../model/outdated.ts';
import type { OldestSystem, Project } from '../model/project.ts';

interface Minimum {
  readonly platform: OldestSystem['platform'];
  /** As people write it, with what it counts: `iOS`, `Android API level`. */
  readonly title: string;
  /** Below it, the vault does not run. */
  readonly version: number;
  /** What is written in place of a version. */
  readonly spelled: string;
}

/** An app that is built for older systems does not build with the vault: that is one fault, however many lines say it. */
export function judgeOldest({ native }: Project, minimum: Minimum): Outdated[] {
  const { platform, title, version, spelled } = minimum;
  const older = native.oldestSystems.filter(
    (one) => one.platform === platform && Number.parseInt(one.version) < version,
  );
  const [first] = older;
  if (first === undefined) return [];
  const lines = older.map(({ at, ...one }) => `${at.path}:${String(at.line)}: ${withVersion(one, spelled)}`);
  return [
    {
      code: `${platform}-too-old`,
      text: `The app is built for ${title} ${first.version} and newer; the vault needs ${title} ${spelled}.`,
      where: first.at,
      remedy: `Write ${lines.join(', and ')}`,
    },
  ];
}

/** `.v13` and `"13.0"` are two spellings of one version. */
function withVersion({ written, version }: Pick<OldestSystem, 'written' | 'version'>, spelled: string): string {
  const major = version.split('.')[0] ?? version;
  return written
    .replace(`.v${major}`, `.v${spelled.split('.')[0] ?? spelled}`)
    .replace(new RegExp(`(?<![\\w.])${version.replaceAll('.', '\\.')}(?![\\w.]|\\.\\d)`), spelled);
}
