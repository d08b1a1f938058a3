import type { XastChild, XastElement } from "svgo";
import { cleanCss } from "./clean-css.ts";
import { cleanEmbedded, DEEPEST } from "./clean-embedded.ts";
import { localName, SVG, withDrawing } from "./parsed-drawing.ts";

const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";

/** Elements that draw, or say how (SVG 2, appendix on elements; SVG 1.1 for fonts). None runs, embeds or describes. */
const DRAWS = new Set(
  `a altGlyph altGlyphDef altGlyphItem animate animateMotion animateTransform circle clipPath color-profile cursor defs
  desc ellipse filter font font-face font-face-src font-face-name g glyph glyphRef hatch hatchpath hkern image line
  linearGradient marker mask mesh meshgradient meshpatch meshrow missing-glyph mpath path pattern polygon polyline
  radialGradient rect set solidcolor stop style svg switch symbol text textPath title tref tspan use view vkern
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);
const SHOWS_PICTURES = ["image", "feImage"];
const ANIMATES = ["animate", "set"];
/** What programs write of themselves into the description. */
const ADVERTISES = /^\s*(?:created|generated|exported) (?:with|by|using|in)\b/i;

type Namespaces = Readonly<Record<string, string>>;

/**
 * Leaves in the tree only what draws: elements and attributes of SVG that run nothing, refer to nothing outside and
 * belong to no program.
 */
export function cleanTree(svg: XastElement, depth = 0): void {
  cleanElement(svg, { xml: XML }, depth);
}

function cleanElement(element: XastElement, outer: Namespaces, depth: number): void {
  const inner = { ...outer, ...declaredBy(element) };
  element.attributes = cleanAttributes(element, inner, depth);
  element.children = element.children.filter((child) => stays(child, inner));
  if (localName(element.name) === "style") cleanStyle(element);
  for (const child of element.children) if (child.type === "element") cleanElement(child, inner, depth);
}

function declaredBy({ attributes }: XastElement): Namespaces {
  const declarations = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  return Object.fromEntries(declarations.map(([name, uri]) => [name.slice(6), uri]));
}

function stays(child: XastChild, outer: Namespaces): boolean {
  if (child.type === "text" || child.type === "cdata") return true;
  if (child.type !== "element") return false;
  const local = localName(child.name);
  const namespaces = { ...outer, ...declaredBy(child) };
  const prefix = child.name.includes(":") ? child.name.slice(0, child.name.indexOf(":")) : "";
  if (namespaces[prefix] !== SVG || !DRAWS.has(local)) return false;
  if (local === "desc")
    return !child.children.some((text) => text.type === "text" && ADVERTISES.test(text.value));
  return !(ANIMATES.includes(local) && /href|^on|^style$/i.test(child.attributes.attributeName ?? ""));
}

function cleanAttributes(
  element: XastElement,
  namespaces: Namespaces,
  depth: number,
): Record<string, string> {
  const cleaned: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    const kept = cleanAttribute({ element: localName(element.name), name, value }, namespaces, depth);
    if (kept !== undefined) cleaned[name] = kept;
  }
  return cleaned;
}

interface Attribute {
  /** Local name of its element. */
  readonly element: string;
  readonly name: string;
  readonly value: string;
}

function cleanAttribute(attribute: Attribute, namespaces: Namespaces, depth: number): string | undefined {
  const { element, name, value } = attribute;
  if (/^xmlns(?::|$)/.test(name)) return value === SVG || value === XLINK ? value : undefined;
  const [prefix, local] = name.includes(":")
    ? [name.slice(0, name.indexOf(":")), localName(name)]
    : ["", name];
  if (prefix !== "" && namespaces[prefix] !== XLINK && namespaces[prefix] !== XML) return undefined;
  if (/^on|^data-|^base$|^ping$/i.test(local)) return undefined;
  if (/^(?:href|src)$/i.test(local)) return cleanReference(element, value, depth);
  return cleanCss(value);
}

/** Within the drawing, or a picture that is part of it. */
function cleanReference(element: string, value: string, depth: number): string | undefined {
  if (value.trim().startsWith("#")) return value;
  if (!SHOWS_PICTURES.includes(element) || depth >= DEEPEST) return undefined;
  try {
    return cleanEmbedded(value, (text) =>
      withDrawing(text, ({ root, svg }) => {
        root.children = [svg];
        cleanTree(svg, depth + 1);
      }),
    );
  } catch {
    return undefined; // a picture that cannot be read is shown by nobody
  }
}

/** A style sheet in one piece, so that nothing hides between its parts. */
function cleanStyle(style: XastElement): void {
  const css = style.children
    .map((child) => (child.type === "text" || child.type === "cdata" ? child.value : ""))
    .join("");
  style.children = [{ type: "text", value: cleanCss(css) }];
}
