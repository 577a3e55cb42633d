/** A stop of a walk through an app. */
export interface Frame {
  readonly caption: string;
  /** The lines that can be read on the screen. */
  readonly text: readonly string[];
  /** JPEG. */
  readonly picture: Uint8Array;
}

const width = 390;
const height = 780;
const captionHeight = 56;
/** How long one stop is shown, in seconds. */
const stay = 2.5;

/** All stops one after the other, for ever; who prefers less motion sees the first. */
export function walkPicture(frames: readonly Frame[]): string {
  const length = frames.length * stay;
  const share = 100 / frames.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + captionHeight}" width="${width}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(frames.map(({ caption }) => caption).join(' '))}</title>`,
    '<style>',
    '  text { font: 17px system-ui, sans-serif; fill: #1b2523; text-anchor: middle; }',
    '  .stop { opacity: 0; }',
    '  .stop:first-of-type { opacity: 1; }',
    '  @media (prefers-reduced-motion: no-preference) {',
    `    .stop { animation: stop ${length}s step-end infinite; opacity: 0; }`,
    `    @keyframes stop { 0% { opacity: 1; } ${share.toFixed(3)}% { opacity: 0; } }`,
    ...frames.map((_frame, index) => `    .stop-${index} { animation-delay: ${index * stay - length}s; }`),
    '  }',
    '</style>',
    `<rect width="${width}" height="${height + captionHeight}" rx="12" fill="#e2e6df" />`,
    ...frames.map((frame, index) => stopOf(frame, index)),
    '</svg>',
    '',
  ].join('\n');
}

function stopOf({ caption, picture }: Frame, index: number): string {
  const data = Buffer.from(picture).toString('base64');
  return [
    `<g class="stop stop-${index}">`,
    `  <text x="${width / 2}" y="35">${escaped(caption)}</text>`,
    `  <image y="${captionHeight}" width="${width}" height="${height}" href="data:image/jpeg;base64,${data}" />`,
    '</g>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
