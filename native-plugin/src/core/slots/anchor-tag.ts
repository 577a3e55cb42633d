import type { Anchor } from '../codec/anchor.ts';
import { ascii, concat, isEqualConstantTime, type Bytes } from '../codec/bytes.ts';
import { encodeAnchor } from '../codec/encode-anchor.ts';
import { parseAnchor } from '../codec/parse-anchor.ts';
import { corrupt } from '../ports/core-error.ts';
import type { AnchorMac } from '../ports/ports.ts';
import { anchorKeyName } from './storage-names.ts';

const LABEL = ascii('idv1/anchor');

/** The anchor as stored, with its tag. */
export async function sealAnchor(mac: AnchorMac, anchor: Anchor): Promise<Bytes> {
  const untagged = encodeAnchor(anchor);
  const sealed = concat(untagged, await mac.mac(anchorKeyName(anchor.scope), concat(LABEL, untagged)));
  parseAnchor(sealed);
  return sealed;
}

/** @param scope whose key the tag must be of. @throws CoreError `CORRUPT`, `UNSUPPORTED_FORMAT`, `KEY_MISSING` */
export async function openAnchor(mac: AnchorMac, scope: Bytes, bytes: Bytes): Promise<Anchor> {
  const { anchor, untagged, tag } = parseAnchor(bytes);
  const name = anchorKeyName(scope);
  if (!isEqualConstantTime(await mac.mac(name, concat(LABEL, untagged)), tag)) throw corrupt('the anchor was changed');
  return anchor;
}
