/** The contact sheet of a media kit. */
export const KITS = `
.sheet { list-style: none; padding: 0; display: grid; gap: 2.5rem; }
.asset { display: grid; gap: 1.2rem 2rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.asset > div { min-width: 0; display: grid; gap: .7rem; align-content: start; }
.asset .facts, .common .facts { grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .6rem 1.5rem; }
.facts .whole { grid-column: 1 / -1; }
.common { padding: 1.2rem 1.4rem; border: 1px solid var(--line); border-radius: 4px; }
strong.tag { color: var(--alert); }
.frame { background: var(--tint); display: grid; place-items: center; align-self: start; overflow: hidden; border-radius: 3px; }
.frame img { width: 100%; max-height: 24rem; object-fit: contain; }
.frame video, .frame audio { width: 100%; }
.frame.mark { background: #fff; padding: 1.5rem; border: 1px solid var(--line); }
.frame.mark img { max-height: 14rem; }
.sheet-of-paper { aspect-ratio: 3 / 2; width: 100%; place-content: center; font: 700 1.6rem/1 var(--text); letter-spacing: .06em; color: var(--soft); }
.below { margin-top: calc(var(--gap) * 1.5); }
.pages { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin-top: 2rem; }
.pages a { display: block; min-width: 2.5rem; padding: .4rem .6rem; border: 1px solid var(--line); text-align: center; }
.pages [aria-current] { background: var(--accent); color: var(--on-accent); }
@media (min-width: 48rem) { .below { grid-template-columns: repeat(3, minmax(0, 1fr)); } .asset { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); } }
`;
