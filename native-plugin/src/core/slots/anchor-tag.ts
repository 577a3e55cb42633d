import type { Anchor } from '../codec/anchor.ts';
import { ascii, concat, isEqualConstantTime, type Bytes } from '../codec/bytes.ts';
import { encodeAnchor } from '../codec/encode-anchor.ts';
import { parseAnchor } from '../codec/parse-anchor.ts';
import { corrupt } from '../ports/core-error.ts';
import type { AnchorMac, MacKey } from '../ports/ports.ts';
import { anchorKeyName } from './storage-names.ts';

const LABEL = ascii('idv1/anchor');

/** The anchor as stored, with its tag. @param key the anchor key, where it is at hand */
export async function sealAnchor(mac: AnchorMac, anchor: Anchor, key?: MacKey): Promise<Bytes> {
  const untagged = encodeAnchor(anchor);
  const tag = await mac.mac(key ?? anchorKeyName(anchor.scope), concat(LABEL, untagged));
  const sealed = concat(untagged, tag);
  parseAnchor(sealed);
  return sealed;
}

interface AnchorPlace {
  /** Whose key the tag must be of. */
  readonly scope: Bytes;
  /** That key, where it was read together with the anchor. */
  readonly key?: MacKey | undefined;
}

/** @throws CoreError `CORRUPT`, `UNSUPPORTED_FORMAT`, `KEY_MISSING` */
export async function openAnchor(mac: AnchorMac, { scope, key }: AnchorPlace, bytes: Bytes): Promise<Anchor> {
  const { anchor, untagged, tag } = parseAnchor(bytes);
  const expected = await mac.mac(key ?? anchorKeyName(scope), concat(LABEL, untagged));
  if (!isEqualConstantTime(expected, tag)) throw corrupt('the anchor was changed');
  return anchor;
}
