import fc from 'fast-check';

/** How a random XML file is written. */
const style = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  bom: fc.constantFrom('', '\uFEFF'),
  indent: fc.constantFrom('  ', '    ', '\t'),
  quote: fc.constantFrom("'", '"'),
  slash: fc.constantFrom('/>', ' />'),
  end: fc.constantFrom('', '\n', '\n\n'),
});

const between = fc.constantFrom(
  '',
  '',
  '',
  '<!-- why -->',
  '<!-- <dict/> </array> -->',
  '<!-- over\n   lines -->',
  '\n',
);
const behind = fc.constantFrom('', '', '', ' <!-- why -->', '<!-- </dict> -->');

interface Inside {
  readonly tag: string;
  /** Attributes of the start tag, with a space in front. */
  readonly more?: string;
}

/** An element as people write it: self-closing, on one line or on several, with comments wherever they fit. */
function element({ tag, more = '' }: Inside, item: fc.Arbitrary<string>, max = 3): fc.Arbitrary<string> {
  const children = fc.array(fc.record({ item, between, behind }), { maxLength: max });
  return fc.record({ children, layout: fc.constantFrom('line', 'lines', 'lines', 'hugging') }).map((one) => {
    const open = `<${tag}${more}>`;
    const close = `</${tag}>`;
    if (one.children.length === 0) {
      return { line: `<${tag}${more}~`, hugging: open + close, lines: `${open}\n${close}` }[one.layout];
    }
    if (one.layout === 'line') return open + one.children.map((child) => flat(child.item)).join('') + close;
    const lines = one.children.flatMap((child) => [child.between, child.item + child.behind]).filter(Boolean);
    const inside = lines.map((line) => (line === '\n' ? '' : `›${line.replaceAll('\n', '\n›')}`)).join('\n');
    return one.layout === 'hugging' ? `${open}\n${inside}${close}` : `${open}\n${inside}\n${close}`;
  });
}

function flat(item: string): string {
  return item.replaceAll(/\n›*(?=<)/g, '').replaceAll(/\n›*/g, ' ');
}

/** Spells text written with `›` for a level, `'` in attributes, and `~` for the end of a self-closing tag. */
function spell(text: string, how: typeof style extends fc.Arbitrary<infer S> ? S : never): string {
  const spelled = text.replaceAll('›', how.indent).replaceAll('~', how.slash).replaceAll("'", how.quote);
  return how.bom + (spelled + how.end).replaceAll('\n', how.eol);
}

const text = fc
  .constantFrom('fb1', 'COM.OTHER', 'a &amp; b', '<![CDATA[</dict>]]>', '')
  .map((one) => `<string>${one}</string>`);
const urlType = element({ tag: 'array' }, text).map(
  (list) => `<dict>\n›<key>CFBundleURLSchemes</key>\n›${list.replaceAll('\n', '\n›')}\n</dict>`,
);
const list = fc.oneof(
  element({ tag: 'array' }, urlType),
  element({ tag: 'array' }, fc.constantFrom('<dict~', '<true~')),
);
const entry = fc.oneof(
  fc.constantFrom(
    '<key>CFBundleName</key>\n<string>App</string>',
    '<key>UIx</key>\n<dict>\n›<key>a</key>\n›<true~\n</dict>',
  ),
  list.map((one) => `<key>CFBundleURLTypes</key>\n${one}`),
);

/** A property list whose dictionary may have CFBundleURLTypes, or have it twice. */
export const plistFile = fc
  .tuple(element({ tag: 'dict' }, entry), fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n'), style)
  .map(([dict, head, how]) => spell(`${head}<plist version='1.0'>\n${dict}\n</plist>`, how));

const main = `<intent-filter>
›<action android:name='android.intent.action.MAIN'~
›<category
››android:name='android.intent.category.LAUNCHER'~
</intent-filter>`;
const other = fc.constantFrom(
  "<meta-data android:name='a' android:value='&lt;intent-filter>'~",
  "<intent-filter android:label='x > y'>\n›<data android:scheme='fb1'~\n</intent-filter>",
  '<![CDATA[<intent-filter>]]>',
);
const activityNamed = (name: string, item: fc.Arbitrary<string>) =>
  element({ tag: 'activity', more: ` android:name='${name}' android:exported='true'` }, item);
const plain = activityNamed('.Other', other);
const launcher = element({ tag: 'activity', more: "\n›android:name='.Main'\n›android:exported='true'" }, other).map(
  (one) =>
    one.endsWith('~')
      ? one.replace(/~$/, `>${flat(main)}</activity>`)
      : one.replace(/<\/activity>$/, `${main}</activity>`),
);

/** A manifest whose launcher activity stands among others. */
export const manifestFile = fc
  .tuple(fc.array(plain, { maxLength: 2 }), launcher, fc.array(plain, { maxLength: 1 }), between, style)
  .map(([before, one, after, comment, how]) => {
    const all = [...before, comment, one, ...after].join('\n');
    const application = `<application android:label='A'>\n${all}\n</application>`;
    return spell(
      `<manifest xmlns:android='http://schemas.android.com/apk/res/android'>\n${application}\n</manifest>`,
      how,
    );
  });
