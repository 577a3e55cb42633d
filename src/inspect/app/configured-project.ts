import { stringAt } from '../../text/json.ts';
import { canonical } from '../../text/text.ts';
import type { Setup } from '../../model/project.ts';

/** The app a configuration is for. What else is wrong with the file is reported by the reader of options. */
export function configuredProject({ configText }: Setup): string | undefined {
  try {
    return stringAt(JSON.parse(canonical(configText ?? '{}')) as unknown, 'project');
  } catch {
    return undefined;
  }
}
