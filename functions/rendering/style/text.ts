/** Elements as they are without a class: reading text in one column of about 68 characters. */
export const TEXT_STYLE = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 var(--text);
  overflow-wrap: break-word;
}
h1, h2, h3 {
  margin: 0;
  font-family: var(--display);
  font-weight: 700;
  line-height: 1.2;
  text-wrap: balance;
  overflow-wrap: anywhere;
}
h1, .lead h3 { font-size: clamp(1.75rem, 1.2rem + 2.5vw, 3rem); line-height: 1.12; letter-spacing: -.01em; }
h2 { font-size: clamp(1.3rem, 1.15rem + .6vw, 1.6rem); }
h3 { font-size: 1.2rem; }
p, ul, ol, dl, dd, figure, blockquote, table { margin: 0; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
:target { background: var(--tint); box-shadow: 0 0 0 .5rem var(--tint); }
img, video { display: block; max-width: 100%; height: auto; }
time { white-space: normal; }
td.align-right, th.align-right { text-align: right; }
td.align-center, th.align-center { text-align: center; }
code, pre { margin: 0; font: .85em/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--accent); padding-block: .25rem; }
.text { max-width: var(--measure); }
.text > * + * { margin-top: 1.1em; }
.text > * + h2 { margin-top: 2em; }
.text > h2 + *, .text > h3 + * { margin-top: .5em; }
.text ul, .text ol { padding-left: 1.4em; }
.text li + li { margin-top: .35em; }
.text blockquote { padding-left: 1.2rem; border-left: 3px solid var(--accent); }
.text table { display: block; overflow-x: auto; border-collapse: collapse; }
.text th, .text td { padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; }
sup { line-height: 0; }
.list { list-style: none; padding: 0; }
.soft { color: var(--soft); font-size: .9375rem; }
.stand-first { max-width: var(--measure); font-size: clamp(1.125rem, 1.05rem + .4vw, 1.3rem); line-height: 1.5; color: var(--soft); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.button {
  display: inline-block;
  padding: .55rem 1.1rem;
  border: 1px solid var(--accent);
  border-radius: 3px;
  background: var(--accent);
  color: var(--on-accent);
  font: 600 1rem/1.5 var(--text);
  text-decoration: none;
  cursor: pointer;
}
.button:hover { text-decoration: underline; }
.button small { display: block; font-weight: 400; }
.quiet { background: none; color: var(--accent); }
.tag {
  display: inline-block;
  padding: 0 .5em;
  border: 1px solid currentColor;
  border-radius: 3px;
  color: var(--soft);
  font: 600 .8125rem/1.6 var(--text);
}
`;
