import { FIELDS, type FormValues } from "../../../../domain/registration/form/form.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import { type FormFrame, TextField } from "./fields.tsx";

interface Props {
  readonly frame: FormFrame;
  readonly values: Pick<FormValues, "phone" | "organisation">;
  /** Where the organisation has to be given, in words. */
  readonly needed?: string | undefined;
}

/** By which else one is reached, and where one works: asked on the form, and changed behind the link. */
export function PhoneAndOrganisation({ frame, values, needed }: Props) {
  const { form } = registrationMessagesOf(frame.language);
  return (
    <>
      <TextField
        frame={frame}
        name={FIELDS.phone}
        label={form.phone}
        hint={form.phoneHint}
        value={values.phone}
        type="tel"
        autocomplete="tel"
        optional
      />
      <TextField
        frame={frame}
        name={FIELDS.organisation}
        label={form.organisation}
        value={values.organisation}
        hint={needed}
        autocomplete="organization"
        optional={needed === undefined}
      />
    </>
  );
}
