import { expect, test } from "vitest";
import { DIGITAL_SOURCE_TYPES } from "../../../functions/domain/digital-source-type.ts";
import { digitalSourceTerm } from "../../../functions/rendering/structured-data/digital-source-term.ts";

/** https://schema.org/IPTCDigitalSourceEnumeration: its members. */
const MEMBERS =
  "AlgorithmicMedia AlgorithmicallyEnhanced CompositeCapture Composite CompositeSynthetic CompositeWithTrainedAlgorithmicMedia DataDrivenMedia DigitalArt DigitalCapture MinorHumanEdits MultiFrameComputationalCapture NegativeFilm PositiveFilm Print ScreenCapture TrainedAlgorithmicMedia VirtualRecording";

test("every way in which a file came into being has its own term in schema.org", () => {
  expect(DIGITAL_SOURCE_TYPES.map(digitalSourceTerm).sort()).toEqual(
    MEMBERS.split(" ")
      .map((name) => `https://schema.org/${name}DigitalSource`)
      .sort(),
  );
});
