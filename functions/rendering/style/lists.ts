/** Lists, their filter and paging, and the front page. */
export const LISTS = `
.filter { display: flex; flex-wrap: wrap; align-items: end; gap: .8rem 1rem; padding: 1.1rem 1.3rem; background: var(--tint); margin-bottom: 1rem; }
.filter label { display: block; font-weight: 600; font-size: .9375rem; }
.filter select { display: block; width: 100%; min-height: 2.7rem; padding: .4rem .6rem; border: 1px solid var(--edge); border-radius: 3px; background: var(--paper); color: var(--ink); font: inherit; }
.filter div { flex: 1 1 9rem; max-width: 22rem; min-width: 0; }
.entries { list-style: none; padding: 0; }
.entry { display: grid; gap: .3rem 2rem; padding-block: 1.5rem; border-top: 1px solid var(--line); }
.entry > div > * + * { margin-top: .4rem; }
.entry h2, .entry h3 { font-size: clamp(1.2rem, 1.1rem + .5vw, 1.45rem); }
:is(.entry, .lead, .panel) :is(h2, h3) a:not(:hover) { text-decoration: none; }
:is(.entry, .lead, .panel) :is(h2, h3) a { color: inherit; text-decoration-thickness: 2px; }
.entry .summary { max-width: var(--measure); }
.entry .kicker { font-weight: 400; }
.paging { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.group { margin-top: var(--gap); }
.group > h2 { margin-bottom: 1rem; }
.tagline { font: 400 clamp(1.1rem, 1rem + .6vw, 1.35rem)/1.45 var(--display); letter-spacing: 0; max-width: var(--measure); color: var(--soft); margin-bottom: var(--gap); }
.front-title { font: 700 1rem/1.5 var(--text); padding-top: .7rem; border-top: 2px solid var(--ink); }
.lead { display: grid; gap: .8rem; padding-block: 1.2rem 2rem; max-width: 54rem; }
.panel > * + * { margin-top: .6rem; }
.panel .date { margin-block: .6rem; padding-block: 0; border: 0; }
.panel .date strong { font-size: 1.5rem; }
.panel h3 { font-size: 1.15rem; }
.follow { margin-top: var(--gap); }
.follow dl { display: grid; gap: .2rem 1.5rem; margin-top: 1rem; }
.follow dt { font-weight: 600; }
.follow dd a { display: inline-block; padding-block: .15rem; margin-right: 1rem; }
@media (min-width: 44rem) {
  .entry { grid-template-columns: 10.5rem 1fr; }
.follow dl { grid-template-columns: minmax(12rem, auto) 1fr; }
}
`;
