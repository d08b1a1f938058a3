/** What stands around every page: skip link, masthead, languages, navigation, banner, foot. */
export const FRAME = `
.skip { position: absolute; left: -99rem; padding: .6rem 1rem; background: var(--accent); color: var(--on-accent); z-index: 1; }
.skip:focus { left: .5rem; top: .5rem; }
.wide { max-width: 76rem; margin-inline: auto; padding-inline: var(--side); }
.preview { padding-block: .5rem; background: var(--ink); color: var(--paper); font-size: .9375rem; text-align: center; }
.masthead { border-top: 5px solid var(--accent); border-bottom: 1px solid var(--line); }
.masthead .wide { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 2rem; padding-block: .9rem .6rem; }
.masthead ul, .foot ul { list-style: none; padding: 0; }
.masthead ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.masthead li a { display: inline-block; padding-block: .3rem; color: var(--ink); text-decoration: none; }
.masthead li a:hover { text-decoration: underline; }
.name { flex: 1 1 16rem; font: 700 1.2rem/1.3 var(--display); }
.name a { display: inline-block; padding-block: .2rem; color: var(--ink); text-decoration: none; }
.name a::before {
  content: "";
  display: inline-block;
  width: 1.9em;
  height: .56em;
  margin-right: .5em;
  background: radial-gradient(circle at .28em 50%, var(--accent) .26em, transparent .28em), linear-gradient(var(--accent), var(--accent)) .8em 50% / 1.1em .17em no-repeat;
}
.languages { font-size: .9375rem; }
.masthead [aria-current] { color: var(--accent); font-weight: 600; box-shadow: inset 0 -2px var(--accent); }
.sections { flex: 1 1 100%; font-weight: 600; }
.about { display: none; font-size: .875rem; }
.about a { color: var(--soft) !important; }
@media (min-width: 62rem) {
  .masthead .wide { padding-block: 1.3rem .5rem; row-gap: .8rem; }
  .name { flex: 1 0 60%; font-size: 1.4rem; }
  .sections { flex: 0 0 auto; }
  .about { flex: 1 1 30rem; }
  .masthead .about ul { column-gap: 1rem; }
  .languages ul, .about ul { justify-content: flex-end; }
  .about { display: block; }
  .to-about { display: none; }
}
main { display: block; padding-block: var(--gap) calc(var(--gap) * 1.6); }
.columns { display: grid; gap: var(--gap); }
.columns > * { min-width: 0; }
@media (min-width: 62rem) {
  .columns { grid-template-columns: minmax(0, 1fr) 19rem; column-gap: clamp(3rem, 6vw, 6rem); }
}
.side { display: grid; gap: 2rem; align-content: start; }
.side h2 { padding-top: .7rem; border-top: 2px solid var(--ink); font: 700 1rem/1.4 var(--text); margin-bottom: .5rem; }
.side p + p, .side li + li { margin-top: .35rem; }
.side .contact li { margin: 0; }
.foot { border-top: 1px solid var(--line); background: var(--tint); font-size: .9375rem; }
.foot .wide { padding-block: 2.5rem; display: grid; gap: 2rem; }
.foot h2 { font: 700 1rem/1.4 var(--text); margin-bottom: .4rem; }
.foot li a { display: inline-block; padding-block: .2rem; }
.inline li { display: inline-block; margin-right: 1rem; }
.colophon { border-top: 1px solid var(--line); padding-top: 1.2rem; color: var(--soft); }
.colophon p + p { margin-top: .3rem; }
@media (min-width: 40rem) {
  .foot .wide { grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
  .colophon { grid-column: 1 / -1; }
}
`;
