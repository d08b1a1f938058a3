import { create } from "qrcode";
import { type Pass, passText } from "../../../domain/registration/links/pass.ts";

/** Modules of light around the code, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** The QR code of a pass, drawn in the page: black on white whatever the colours around it. */
export function PassPicture({ pass, label }: { pass: Pass; label: string }) {
  const { modules } = create(passText(pass), { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  const side = size + 2 * QUIET;
  const dark = Array.from(data, (isDark, i) =>
    isDark ? `M${(i % size) + QUIET} ${Math.floor(i / size) + QUIET}h1v1h-1z` : "",
  );
  return (
    <svg
      role="img"
      aria-label={label}
      width="260"
      height="260"
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={dark.join("")} />
    </svg>
  );
}
