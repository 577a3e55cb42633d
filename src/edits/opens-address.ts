import type { AppAddress, IntentFilterEdit } from '../model/edit.ts';
import type { IntentFilter } from './manifest-scan.ts';

/**
 * Does a browser's link to the address lead to the activity with this filter? Patterns of paths are not read: a filter with them
 * alone counts as another one, and the same address twice in one activity does no harm.
 */
export function opensAddress(filter: IntentFilter, edit: IntentFilterEdit): boolean {
  const { actions, categories, data } = filter;
  const { address } = edit;
  return (
    actions.includes('android.intent.action.VIEW') &&
    categories.includes('android.intent.category.DEFAULT') &&
    categories.includes('android.intent.category.BROWSABLE') &&
    data('scheme').includes(address.scheme) &&
    (edit.autoVerify !== true || filter.autoVerify) &&
    data('mimeType').length === 0 &&
    isOfHost(data, address)
  );
}

/** Without a host, a filter opens every address of its scheme, and looks at no path. */
function isOfHost(data: IntentFilter['data'], { host = '', port, path = '' }: AppAddress): boolean {
  const hosts = data('host');
  if (hosts.length === 0) return true;
  const ports = data('port');
  const isHost = hosts.some((one) => one === host || (one.startsWith('*') && host.endsWith(one.slice(1))));
  return isHost && (ports.length === 0 || ports.includes(port ?? '')) && isOfPath(data, path);
}

function isOfPath(data: IntentFilter['data'], path: string): boolean {
  const kinds = ['path', 'pathPrefix', 'pathSuffix', 'pathPattern', 'pathAdvancedPattern'];
  if (kinds.every((kind) => data(kind).length === 0)) return true;
  return (
    data('path').includes(path) ||
    data('pathPrefix').some((one) => path.startsWith(one)) ||
    data('pathSuffix').some((one) => path.endsWith(one))
  );
}
