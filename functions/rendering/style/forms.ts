import { createHash } from "node:crypto";

/**
 * The style of forms, a second style element that only pages with forms carry: every other page stays as small as it
 * was. Targets are at least 44 pixels high, and errors are told by words and a bar, not by colour alone.
 */
export const FORM_STYLE = [
  ".form{max-width:var(--measure);margin-top:var(--gap)}",
  ".form>*+*{margin-top:2.25rem}",
  "fieldset{min-width:0;margin:0;padding:0;border:0}",
  "legend{padding:0;font:700 1.3rem/1.25 var(--display)}",
  ".field{margin-top:1.25rem}",
  ".field label,.field .label{display:block;font-weight:600}",
  ".optional{color:var(--soft);font:400 .9375rem var(--text)}",
  ".field .soft,.group-hint{display:block;margin-top:.1rem}",
  ".field input:not([type=checkbox],[type=radio]),.field textarea,.field select{width:100%;margin-top:.35rem;padding:.55rem .7rem;border:1px solid var(--edge);border-radius:3px;background:var(--paper);color:var(--ink);font:inherit;min-height:2.75rem}",
  ".field textarea{resize:vertical}",
  ".field.short input{max-width:12rem;font-variant-numeric:tabular-nums;letter-spacing:.08em}",
  ".wrong{padding-left:.9rem;border-left:4px solid var(--alert)}",
  ".wrong input,.wrong textarea,.wrong select{border-color:var(--alert)!important;border-width:2px!important}",
  ".error{display:block;margin-top:.2rem;color:var(--alert);font-weight:600}",
  ".summary{max-width:var(--measure);margin-top:var(--gap);padding:1rem 1.2rem;border:3px solid var(--alert);border-radius:3px}",
  ".summary ul{margin-top:.5rem;padding-left:1.2rem}",
  ".summary a{color:var(--alert);font-weight:600}",
  ".choices{list-style:none;margin-top:.9rem;padding:0;display:grid;gap:.6rem}",
  ".choice{display:grid;grid-template-columns:auto 1fr;gap:0 .8rem;align-items:start;padding:.75rem .9rem;border:1px solid var(--line);border-radius:3px}",
  ".choice:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}",
  ".choice input,.check input{width:1.4rem;height:1.4rem;margin:.1rem 0 0;accent-color:var(--accent)}",
  ".choice label,.check label{font-weight:600;cursor:pointer}",
  ".choice .more{grid-column:2;font-size:.9375rem;color:var(--soft)}",
  ".choice .standing{grid-column:2;margin-top:.25rem;font-weight:600}",
  ".check{display:grid;grid-template-columns:auto 1fr;gap:.8rem;align-items:start;margin-top:1rem}",
  ".check label{font-weight:400}",
  ".row{display:grid;gap:0 1rem;grid-template-columns:1fr 1fr;margin-top:1rem}",
  ".row .field{margin-top:.5rem}",
  ".row legend{font:600 1rem/1.4 var(--text);grid-column:1/-1}",
  ".trap{position:absolute;left:-200vw;width:1px;height:1px;overflow:hidden}",
  ".buttons{display:flex;flex-wrap:wrap;gap:.8rem;margin-top:1.2rem;align-items:center}",
  ".buttons form{display:contents}",
  ".button.stop{border-color:var(--alert);background:none;color:var(--alert)}",
  "button.button{min-height:2.75rem}",
  ".booking{margin-top:1.5rem;padding:1.2rem 1.3rem;border:1px solid var(--line);border-radius:3px}",
  ".booking.to-do{border-left:4px solid var(--accent)}",
  ".booking>*+*{margin-top:.7rem}",
  ".booking details,.part details{margin-top:1rem}",
  ".people{padding-left:1.4em}",
  ".people code{font-size:.875rem}",
  ".part{max-width:var(--measure);margin-top:2.5rem}",
  ".part>*+*{margin-top:.6rem}",
  "@media(max-width:30rem){.row{grid-template-columns:1fr}.booking{padding:1rem}}",
  "@media print{.form .buttons,.trap{display:none}}",
].join("");

/** Source expression for the Content-Security-Policy. */
export const FORM_STYLE_HASH = `sha256-${createHash("sha256").update(FORM_STYLE).digest("base64")}`;
