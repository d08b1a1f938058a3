import { createHash } from "node:crypto";

/** The look of the inbox: a tool for whoever runs a newsroom on their machine. */
export const INBOX_STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#17202b;--quiet:#4c5a6b;--line:#c9d1db;--accent:#14498f;--raised:#f4f6f9}
@media(prefers-color-scheme:dark){:root{--paper:#12171e;--ink:#e6ebf1;--quiet:#a6b2c1;--line:#39434f;--accent:#9cc3f8;--raised:#1b222c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Noto Sans",sans-serif}
header{padding:.8rem clamp(1rem,4vw,3rem);border-bottom:3px solid var(--accent);background:var(--raised);font-weight:600}
header a{color:inherit;text-decoration:none}
main{padding:1.5rem clamp(1rem,4vw,3rem) 4rem;max-width:76rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1{margin:0 0 .6rem;font-size:1.6rem;line-height:1.25;overflow-wrap:anywhere}
h2{margin:2rem 0 .6rem;font-size:1.15rem}
.quiet{color:var(--quiet)}
.mails{list-style:none;margin:1.4rem 0;padding:0;border-top:1px solid var(--line)}
.mails li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1.5rem;padding:.75rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.mails a{font-weight:600}
.mails .quiet{grid-column:1;font-size:.9rem}
.mails time{grid-column:2;grid-row:1;color:var(--quiet);font-size:.9rem;font-variant-numeric:tabular-nums;white-space:nowrap}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1.2rem;margin:1rem 0;overflow-wrap:anywhere}
dt{color:var(--quiet)}
dd{margin:0}
dd ul{margin:0;padding:0;list-style:none}
iframe{display:block;width:100%;height:min(60rem,85vh);border:1px solid var(--line);background:var(--paper)}
pre{margin:0;padding:1rem;border:1px solid var(--line);background:var(--raised);white-space:pre-wrap;overflow-wrap:anywhere;font:.9rem/1.5 ui-monospace,Consolas,monospace}
@media(max-width:40rem){.mails li{grid-template-columns:1fr}.mails time{grid-column:1;grid-row:auto}dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
`;

/** Source expression that allows this style and no other. */
export const INBOX_STYLE_HASH = `'sha256-${createHash("sha256").update(INBOX_STYLE).digest("base64")}'`;
