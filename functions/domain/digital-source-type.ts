/**
 * How a file came into being, in the terms of IPTC NewsCodes, scheme Digital Source Type
 * (http://cv.iptc.org/newscodes/digitalsourcetype/).
 */
export const DIGITAL_SOURCE_TYPES = [
  "digitalCapture",
  "computationalCapture",
  "negativeFilm",
  "positiveFilm",
  "print",
  "humanEdits",
  "algorithmicallyEnhanced",
  "composite",
  "compositeCapture",
  "compositeSynthetic",
  "compositeWithTrainedAlgorithmicMedia",
  "digitalCreation",
  "dataDrivenMedia",
  "algorithmicMedia",
  "trainedAlgorithmicMedia",
  "screenCapture",
  "virtualRecording",
] as const;
export type DigitalSourceType = (typeof DIGITAL_SOURCE_TYPES)[number];

/** The term as an address, as metadata names it. */
export const digitalSourceTypeUri = (type: DigitalSourceType): string =>
  `http://cv.iptc.org/newscodes/digitalsourcetype/${type}`;
