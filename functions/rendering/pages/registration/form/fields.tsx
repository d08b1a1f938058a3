import type { Child } from "hono/jsx";
import type { Language } from "../../../../domain/language.ts";
import type { FieldError, FieldErrorCode } from "../../../../domain/registration/text/field-error.ts";
import { registrationErrorMessagesOf } from "../../../messages/registration-error-messages-of.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";

/** What the fields of one form have in common. */
export interface FormFrame {
  readonly language: Language;
  readonly errors: readonly FieldError[];
  /** What a field is called where its error stands apart from it, for errors that do not say so themselves. */
  readonly labels?: (field: string) => string | undefined;
}

/** Id of a field, to which the summary of errors links. */
export const fieldId = (name: string): string => `field-${name}`;

export function errorOf({ errors, language }: FormFrame, name: string): string | undefined {
  const error = errors.find(({ field }) => field === name);
  return error && registrationErrorMessagesOf(language).errors[error.code](error.detail ?? "");
}

/** Ids of what is to be read with a field: its hint and its error. */
function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}

export function ErrorText({ id, text, frame }: { id: string; text: string | undefined; frame: FormFrame }) {
  if (text === undefined) return null;
  return (
    <span class="error" id={`${id}-error`}>
      <span class="hidden">{registrationMessagesOf(frame.language).errorPrefix}: </span>
      {text}
    </span>
  );
}

export interface TextFieldProps {
  readonly frame: FormFrame;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly type?: "text" | "email" | "tel" | "date";
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "decimal" | "email" | "tel";
  readonly lines?: number;
  readonly short?: boolean;
  /** A class by which style finds it. */
  readonly of?: string;
  /** Sets its id apart from that of the same field elsewhere on the page. */
  readonly at?: string;
}

/** A field with its label, its hint and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { frame, name, label, value, hint, optional, type = "text", lines, short, at = "" } = props;
  const id = `${fieldId(name)}${at}`;
  const error = errorOf(frame, name);
  const common = {
    id,
    name,
    autocomplete: props.autocomplete ?? "off",
    "aria-describedby": describedBy(id, hint, error),
    "aria-invalid": error === undefined ? undefined : ("true" as const),
  };
  return (
    <div
      class={`field${error === undefined ? "" : " wrong"}${short ? " short" : ""}${props.of === undefined ? "" : ` ${props.of}`}`}
    >
      <label for={id}>
        {label}
        {optional && <OptionalMark language={frame.language} />}
      </label>
      {hint !== undefined && (
        <span class="soft" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <ErrorText id={id} text={error} frame={frame} />
      {lines === undefined ? (
        <input {...common} type={type} value={value} inputmode={props.inputmode} spellcheck={false} />
      ) : (
        <textarea {...common} rows={lines}>
          {value}
        </textarea>
      )}
    </div>
  );
}

/** A file to choose, which never has to be. */
export function FileField(
  props: Pick<TextFieldProps, "frame" | "name" | "label" | "hint"> & { accept: string },
) {
  const { frame, name, label, hint, accept } = props;
  const id = fieldId(name);
  const error = errorOf(frame, name);
  return (
    <div class={error === undefined ? "field" : "field wrong"}>
      <label for={id}>
        {label}
        <OptionalMark language={frame.language} />
      </label>
      <span class="soft" id={`${id}-hint`}>
        {hint}
      </span>
      <ErrorText id={id} text={error} frame={frame} />
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error === undefined ? undefined : "true"}
      />
    </div>
  );
}

export function OptionalMark({ language }: { language: Language }) {
  return <span class="optional"> ({registrationMessagesOf(language).optional})</span>;
}

export interface CheckProps {
  readonly frame: FormFrame;
  readonly name: string;
  readonly label: Child;
  readonly checked: boolean;
}

/** One box to tick, with its sentence beside it. */
export function Check({ frame, name, label, checked }: CheckProps) {
  const id = fieldId(name);
  const error = errorOf(frame, name);
  return (
    <div class={error === undefined ? undefined : "wrong"}>
      <ErrorText id={id} text={error} frame={frame} />
      <div class="check">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          checked={checked}
          aria-describedby={describedBy(id, undefined, error)}
          aria-invalid={error === undefined ? undefined : "true"}
        />
        <label for={id}>{label}</label>
      </div>
    </div>
  );
}

export interface ChoiceProps {
  readonly frame: FormFrame;
  readonly name: string;
  readonly legend: Child;
  readonly hint?: string | undefined;
  /** Sets its ids apart from those of the same fields elsewhere on the page. */
  readonly at?: string;
  readonly children?: Child;
}

/** Fields that answer one question together. */
export function Choices({ frame, name, legend, hint, at = "", children }: ChoiceProps) {
  const id = `${fieldId(name)}${at}`;
  const error = errorOf(frame, name);
  return (
    <fieldset
      class={error === undefined ? undefined : "wrong"}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p class="soft group-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <ErrorText id={id} text={error} frame={frame} />
      {children}
    </fieldset>
  );
}

/** A button among several of which one is chosen, or a box among several. */
export function Choice(props: {
  name: string;
  value: string;
  label: string;
  chosen: string | readonly string[];
  first?: boolean;
  at?: string;
}) {
  const { name, value, label, chosen, first = false, at = "" } = props;
  const id = `${choiceId(name, value, first)}${at}`;
  const isOne = typeof chosen === "string";
  return (
    <li class="choice">
      <input
        type={isOne ? "radio" : "checkbox"}
        id={id}
        name={name}
        value={value}
        checked={isOne ? chosen === value : chosen.includes(value)}
      />
      <label for={id}>{label}</label>
    </li>
  );
}

/** What few need, folded away; open where something in it was typed, asked for or is wrong. */
export function Fold(props: {
  title: Child;
  frame: FormFrame;
  open: boolean;
  /** Whether a field stands in it. */
  holds: (field: string) => boolean;
  class?: string;
  children?: Child;
}) {
  const { title, frame, open, holds } = props;
  const wrong = frame.errors.some(({ field }) => holds(field));
  return (
    <details class={props.class === undefined ? "fold" : `fold ${props.class}`} open={open || wrong}>
      <summary>{title}</summary>
      {props.children}
    </details>
  );
}

/** Id of one of the answers of a question; the first has the one to which the summary of errors links. */
export const choiceId = (name: string, value: string, first: boolean): string =>
  first ? fieldId(name) : `${fieldId(name)}-${value}`;

/** Errors that are said alike of several fields. */
const NAMELESS: ReadonlySet<FieldErrorCode> = new Set([
  "too-long",
  "answer-missing",
  "answer-unknown",
  "answer-number",
  "answer-date",
  "email-invalid",
  "email-number",
  "person-name-missing",
]);

/**
 * All that is wrong, at the top, each a link to its field (GOV.UK Design System, "Error summary"). It takes the focus
 * without a script; the alert is an element within it, since some screen readers would say a focused alert twice.
 */
export function ErrorSummary({ frame }: { frame: FormFrame }) {
  const { errors, language } = frame;
  if (errors.length === 0) return null;
  const messages = registrationMessagesOf(language);
  const { errors: words } = registrationErrorMessagesOf(language);
  const said = ({ field, code, detail = "" }: FieldError) => {
    const label = NAMELESS.has(code) ? frame.labels?.(field) : undefined;
    const text = words[code](detail);
    if (label === undefined) return text;
    return `${label}${label.endsWith("?") ? "" : ":"} ${text}`;
  };
  return (
    <Alert title={messages.errorSummary}>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${fieldId(error.field)}`}>{said(error)}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

interface AlertProps {
  readonly title: string;
  /** Whether it only tells something, and nothing is wrong. */
  readonly tells?: boolean;
  readonly children?: Child;
}

/** What is to be read before anything else on the page. */
export function Alert({ title, tells = false, children }: AlertProps) {
  return (
    <div class={tells ? "summary tells" : "summary"} tabindex={-1} autofocus>
      <div role="alert">
        <h2>{title}</h2>
        {children}
      </div>
    </div>
  );
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
