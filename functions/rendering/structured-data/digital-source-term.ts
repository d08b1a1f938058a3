import type { DigitalSourceType } from "../../domain/digital-source-type.ts";

/** IPTC renamed two terms and schema.org has a third of its own: the other names agree. */
const OTHERWISE_NAMED: Partial<Record<DigitalSourceType, string>> = {
  computationalCapture: "MultiFrameComputationalCapture",
  digitalCreation: "DigitalArt",
  humanEdits: "MinorHumanEdits",
};

/** How a file came into being, as a member of https://schema.org/IPTCDigitalSourceEnumeration. */
export function digitalSourceTerm(type: DigitalSourceType): string {
  const name = OTHERWISE_NAMED[type] ?? `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  return `https://schema.org/${name}DigitalSource`;
}
