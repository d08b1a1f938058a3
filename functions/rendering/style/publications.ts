/** A release and an event on their own pages. */
export const PUBLICATIONS = `
.head { max-width: 58rem; display: grid; gap: .9rem; margin-bottom: var(--gap); }
.head > *, .lead > * { min-width: 0; }
.kicker { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; padding: 0; font-weight: 600; font-size: .9375rem; }
.kicker a { display: inline-block; padding-block: .2rem; text-decoration: none; }
.kicker a:hover { text-decoration: underline; }
.picture figcaption { margin-top: .4rem; }
.picture { max-width: var(--measure); margin-bottom: 2rem; }
.dateline b { text-transform: uppercase; font-weight: 700; letter-spacing: .03em; }
.block { margin-top: clamp(2.25rem, 1.8rem + 2vw, 3.25rem); max-width: var(--measure); }
.block > h2 { padding-top: .8rem; border-top: 2px solid var(--ink); margin-bottom: .9rem; }
.note { max-width: var(--measure); padding: .8rem 1.1rem; border-left: 4px solid var(--accent); background: var(--tint); }
.note p + p { margin-top: .3rem; }
.note.stop { border-color: var(--alert); }
.withdrawn { padding: 1.1rem 1.4rem; border: 3px solid var(--alert); border-left-width: .9rem; margin-bottom: .6rem; }
.withdrawn p + p { margin-top: .5rem; max-width: var(--measure); }
.withdrawn strong { display: block; font: 700 1.6rem/1.2 var(--display); color: var(--alert); }
.difference { max-width: var(--measure); padding-left: 1.1rem; border-left: 3px solid var(--line); }
.entry .difference { margin-top: .8rem; }
ins { background: var(--tint); color: var(--accent); text-decoration-thickness: 2px; text-underline-offset: .18em; }
del { color: var(--alert); }
del + ins { margin-left: .25em; }
.scroll { overflow-x: auto; }
.figures { border-collapse: collapse; width: 100%; min-width: 33rem; }
.scroll > h2 { position: sticky; left: 0; }
.figures caption { max-width: calc(100vw - 2 * var(--side)); padding-bottom: .7rem; text-align: left; color: var(--soft); font-size: .9375rem; }
.figures thead th { padding: .3rem 1rem .4rem 0; border-bottom: 1px solid var(--edge); color: var(--soft); font: 600 .875rem/1.4 var(--text); text-align: left; vertical-align: bottom; }
.figures tbody th, .figures td { padding: .8rem 1rem .8rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.figures tbody th { min-width: 6rem; max-width: 11rem; font: 700 1.5rem/1.15 var(--display); color: var(--accent); }
.figures td:nth-child(n+3) { font-size: .9375rem; min-width: 7rem; }
.figures td p { margin-top: .3rem; }
.cite { margin-top: .3rem; font-size: .9375rem; }
.cite p, .ready { padding: .6rem .8rem; background: var(--tint); user-select: all; }
.permalink { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; line-height: 1.5rem; text-align: center; font: 400 1rem/1.5rem var(--text); text-decoration: none; }
.statement { padding: .1rem 0 .1rem 1.3rem; border-left: 3px solid var(--accent); }
.statement + .statement { margin-top: 1.8rem; }
.statement > p, .statement blockquote { margin-top: .2rem; font: 400 1.1875rem/1.5 var(--display); }
.statement .label { margin: 0; font: 600 .875rem/1.6 var(--text); color: var(--soft); }
.statement figcaption { margin-top: .5rem; font-size: .9375rem; }
.facts dt { color: var(--soft); font-size: .875rem; }
.pairs { display: grid; grid-template-columns: auto 1fr; gap: .35rem .9rem; }
.pairs dt { font-weight: 700; color: var(--accent); font-variant-numeric: tabular-nums; }
.contact + .contact { margin-top: 1.2rem; }
.contact b { display: block; }
.contact a { display: inline-block; padding-block: .15rem; font-weight: 600; }
.facts { display: grid; gap: .6rem; }
.facts dd { margin-top: .05rem; }
.print { display: none; }
.date { display: grid; gap: .2rem; margin-block: .4rem; padding-block: 1.1rem; border-block: 1px solid var(--line); }
.date strong { font: 700 clamp(1.4rem, 1.1rem + 1.6vw, 2.1rem)/1.2 var(--display); color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: .7rem; }
.session { display: grid; gap: .3rem 1.5rem; padding-block: 1.1rem; border-bottom: 1px solid var(--line); }
.session:first-child { padding-top: .2rem; }
.session > p:first-child { font-weight: 600; font-variant-numeric: tabular-nums; }
.session > div > * + * { margin-top: .35rem; }
.places { display: grid; gap: 1rem; }
.actions + .places { margin-top: 1.1rem; }
.place { padding: 1.1rem 1.3rem; border: 1px solid var(--line); border-radius: 4px; }
.place > * + * { margin-top: .5rem; }
.place dl { display: grid; gap: .5rem 1.5rem; }
@media (min-width: 40rem) {
  .session { grid-template-columns: 8.5rem 1fr; }
  .place dl { grid-template-columns: 1fr 1fr; }
  .place dl > :nth-child(5) { grid-column: 1 / -1; }
}
`;
