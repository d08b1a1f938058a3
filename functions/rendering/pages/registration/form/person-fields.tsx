import type { RegistrationEvent } from "../../../../domain/registration/event.ts";
import { personAnswerField } from "../../../../domain/registration/form/form.ts";
import type { PersonQuestion } from "../../../../domain/registration/person-questions.ts";
import { choicesOf, chosenIn } from "../../../../domain/registration/question.ts";
import { choiceInWords } from "../../../messages/answer-in-words.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import { registrationPeopleMessagesOf } from "../../../messages/registration-people-messages-of.ts";
import { Choice, Choices, type FormFrame, Hidden, OptionalMark, TextField } from "./fields.tsx";
import { ASKED_CLASS, askedClass } from "./question-conditions.ts";
import { questionLabel, questionWords } from "./question-words.ts";
import { SelectField } from "./select-field.tsx";

/** What each row of people asks. */
export interface AskedInRows {
  readonly event: RegistrationEvent;
  readonly questions: readonly PersonQuestion[];
  /** Whether somebody stands in the rows already, in whose place another may come. */
  readonly isKnown?: boolean;
}

/** What the answers in the rows below are for, once for all of them. */
export function AskedOfEach({ event, questions, isKnown, frame }: AskedInRows & { frame: FormFrame }) {
  if (questions.length === 0) return null;
  const { language } = frame;
  const said = registrationPeopleMessagesOf(language);
  const { form } = registrationMessagesOf(language);
  return (
    <div class={`soft rows-hint ${ASKED_CLASS}`}>
      <p>{said.asked}</p>
      <ul>
        {questions.map((question) => {
          const words = questionWords(question, event, language);
          if (!words) return null;
          const purpose = form.purpose(words.purpose, form.days(question.keepDays));
          return (
            <li class={askedClass(question.id)}>
              {questionLabel(question, event, language)}: {words.hint !== undefined && `${words.hint} `}
              {purpose}
            </li>
          );
        })}
      </ul>
      {isKnown && <p>{said.replaced}</p>}
    </div>
  );
}

interface RowProps extends AskedInRows {
  readonly row: number;
  readonly answers: Readonly<Record<string, string>>;
  readonly frame: FormFrame;
  readonly at: string;
}

/** The questions in the row of one person. */
export function PersonFields(props: RowProps) {
  return (
    <>
      {props.questions.map((question) => (
        <PersonAnswer {...props} question={question} />
      ))}
    </>
  );
}

function PersonAnswer({ event, question, row, answers, frame, at }: RowProps & { question: PersonQuestion }) {
  const { language } = frame;
  const { id, kind, required, field } = question;
  const name = personAnswerField(row, id);
  const value = answers[id] ?? "";
  const words = questionWords(question, event, language);
  const label = words?.label ?? id; // at which places it is asked is said above the rows
  const shared = { frame, name, label, optional: !required, of: askedClass(id), at };
  if (kind === "text" || kind === "number" || kind === "date")
    return (
      <TextField
        {...shared}
        value={value}
        {...(field === "email" && { type: "email" as const, inputmode: "email" as const })}
        {...(kind === "number" && { inputmode: "decimal" as const })}
        {...(kind === "date" && { type: "date" as const })}
      />
    );
  const options = choicesOf(question).map((option) => ({
    id: option,
    text: choiceInWords(question, words, option, language),
  }));
  if (kind === "several")
    return (
      <div class={`field ${askedClass(id)}`}>
        <Choices
          frame={frame}
          name={name}
          at={at}
          legend={
            <span class="label">
              {label}
              {!required && <OptionalMark language={language} />}
            </span>
          }
        >
          <Hidden name={name} value="" />
          <ul class="choices">
            {options.map(({ id, text }, i) => (
              <Choice name={name} value={id} label={text} chosen={chosenIn(value)} first={i === 0} at={at} />
            ))}
          </ul>
        </Choices>
      </div>
    );
  const { form } = registrationMessagesOf(language);
  return (
    <SelectField {...shared}>
      <option value="">{required ? registrationPeopleMessagesOf(language).choose : form.noAnswer}</option>
      {options.map(({ id, text }) => (
        <option value={id} selected={id === value}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}
