/**
 * Colours, type and measure. Text on paper has a contrast of at least 7, soft text and accent of at least 4.5, in
 * both schemes. The stacks name faces that have the Kazakh letters (ә, ғ, қ, ң, ө, ұ, ү, һ, і) on each system.
 */
export const TOKENS = `
:root {
  color-scheme: light dark;
  --paper: #fff;
  --tint: #f1f5fa;
  --ink: #161b22;
  --soft: #4d5766;
  --line: #d3dae3;
  --edge: #7a8696;
  --accent: #14498f;
  --on-accent: #fff;
  --alert: #8a1c1c;
  --display: "PT Serif", Cambria, "Noto Serif", Georgia, "Times New Roman", serif;
  --text: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace;
  --measure: 42rem;
  --gap: clamp(1.5rem, 1rem + 2.2vw, 3rem);
  --side: clamp(1rem, 4.5vw, 3rem);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10151c;
    --tint: #1a222c;
    --ink: #e8ecf1;
    --soft: #a7b2c0;
    --line: #303b48;
    --edge: #76859a;
    --accent: #9cc3f8;
    --on-accent: #10151c;
    --alert: #ffb0a8;
  }
}
`;
