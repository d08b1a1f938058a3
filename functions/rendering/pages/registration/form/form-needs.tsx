import { FIELDS } from "../../../../domain/registration/form/form.ts";
import { FORM_MESSAGES } from "../../../messages/form-messages.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import { Check, Fold, type FormFrame, Hidden, OptionalMark, TextField } from "./fields.tsx";
import type { FormPageFacts } from "./form-page-facts.ts";

/** What someone needs in order to take part, with a consent of its own. */
export function FormNeeds({ facts, frame }: { facts: FormPageFacts; frame: FormFrame }) {
  const { form } = registrationMessagesOf(frame.language);
  const { needs, needsKept, needsConsent } = facts.values;
  return (
    <Fold
      title={
        <>
          {form.access}
          <OptionalMark language={frame.language} />
        </>
      }
      frame={frame}
      open={needs !== "" || needsKept !== "" || needsConsent}
      holds={(field) => field === FIELDS.needs || field === FIELDS.needsConsent}
    >
      {needsKept !== "" && <Hidden name={FIELDS.needsKept} value={needsKept} />}
      <TextField
        frame={frame}
        name={FIELDS.needs}
        label={form.needs}
        hint={needsKept === "" ? form.needsHint : FORM_MESSAGES[frame.language].needsKept}
        value={needs}
        lines={3}
        optional
      />
      <Check frame={frame} name={FIELDS.needsConsent} label={form.needsConsent} checked={needsConsent} />
    </Fold>
  );
}
