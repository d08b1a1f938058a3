/** Colours of the sample newsroom. */
export const INK = "#0f2747";
export const SUN = "#ee8a3a";

/**
 * The sample newsroom's own mark, 200 by 160 units: a half sun above the lines of a release, of which the first is
 * the dateline. `ink` is the colour of the lines.
 */
export function mark(ink: string): string {
  return `<path d="M40 84a60 60 0 0 1 120 0z" fill="${SUN}"/><rect y="92" width="200" height="14" rx="7" fill="${ink}"/><rect x="24" y="118" width="152" height="14" rx="7" fill="${ink}"/><rect x="56" y="144" width="88" height="14" rx="7" fill="${ink}"/>`;
}

/** The mark as a file of its own, with a name for those who cannot see it. */
export function logoSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="320" viewBox="-12 10 224 162" role="img" aria-labelledby="title"><title id="title">Sample newsroom</title>${mark(INK)}</svg>\n`;
}
