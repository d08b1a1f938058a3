import { globSync } from "node:fs";

/**
 * Photographs of cameras by Agfa, Canon and Nikon as these wrote them, with their maker notes; and drawings that carry
 * what other devices and an agency write: a telephone's place and maker note, older pixels behind the picture, parts
 * in another order than the standard's, captions. NOTICE names where they come from.
 */
export const CAMERA_PHOTOGRAPHS: readonly string[] = globSync("tests/fixtures/photographs/*.jpg").sort();
