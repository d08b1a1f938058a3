import type { Child } from "hono/jsx";
import { ErrorText, errorOf, type FormFrame, fieldId, OptionalMark } from "./fields.tsx";

interface Props {
  readonly frame: FormFrame;
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  /** A class by which style finds it. */
  readonly of?: string;
  /** Sets its id apart from that of the same field elsewhere on the page. */
  readonly at?: string;
  readonly children?: Child;
}

/** A list of which one entry is chosen, with its label and what is wrong with it. */
export function SelectField({ frame, name, label, optional, of, at = "", children }: Props) {
  const id = `${fieldId(name)}${at}`;
  const error = errorOf(frame, name);
  return (
    <div
      class={["field", ...(error === undefined ? [] : ["wrong"]), ...(of === undefined ? [] : [of])].join(
        " ",
      )}
    >
      <label for={id}>
        {label}
        {optional && <OptionalMark language={frame.language} />}
      </label>
      <ErrorText id={id} text={error} frame={frame} />
      <select
        id={id}
        name={name}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        aria-invalid={error === undefined ? undefined : "true"}
      >
        {children}
      </select>
    </div>
  );
}
