import {
  type Question,
  questionsFor,
  type RegistrationEvent,
  wordsIn,
} from "../../../domain/registration/event.ts";
import { answerField } from "../../../domain/registration/form.ts";
import { registrationMessagesOf } from "../../messages/registration/registration-messages-of.ts";
import { Choices, type FormFrame, OptionalMark, Radio, TextField } from "./fields.tsx";
import type { FormPageFacts } from "./form-page-facts.ts";

/** The organiser's own questions, each with what its answer is for and how long it is kept. */
export function FormQuestions({ facts, frame }: { facts: FormPageFacts; frame: FormFrame }) {
  const { form } = registrationMessagesOf(frame.language);
  const questions = questionsFor(
    facts.event,
    facts.places.map(({ id }) => id),
  );
  if (questions.length === 0) return null;
  return (
    <fieldset>
      <legend>{form.questions}</legend>
      {questions.map((question) => (
        <AskedQuestion question={question} event={facts.event} answers={facts.values.answers} frame={frame} />
      ))}
    </fieldset>
  );
}

/** One question, with the answer as typed. */
export function AskedQuestion(props: {
  question: Question;
  event: RegistrationEvent;
  answers: Readonly<Record<string, string>>;
  frame: FormFrame;
}) {
  const { question, event, answers, frame } = props;
  const { language } = frame;
  const { form } = registrationMessagesOf(language);
  const all = wordsIn(event, language);
  const words = all.questions[question.id];
  if (!words) return null;
  const places = question.places.map((id) => all.places[id]?.title ?? id);
  const label = places.length > 0 ? `${words.label} (${places.join(", ")})` : words.label;
  const purpose = form.purpose(words.purpose, form.days(question.keepDays));
  const hint = words.hint === undefined ? purpose : `${words.hint} ${purpose}`;
  const name = answerField(question.id);
  const value = answers[question.id] ?? "";
  if (question.kind === "text")
    return (
      <TextField
        frame={frame}
        name={name}
        label={label}
        hint={hint}
        value={value}
        lines={3}
        optional={!question.required}
      />
    );
  const options =
    question.kind === "yes-no"
      ? [
          { id: "yes", text: form.yes },
          { id: "no", text: form.no },
        ]
      : question.options.map((id) => ({ id, text: words.options[id] ?? id }));
  return (
    <div class="field">
      <Choices
        frame={frame}
        name={name}
        hint={hint}
        legend={
          <span class="label">
            {label}
            {!question.required && <OptionalMark language={language} />}
          </span>
        }
      >
        <ul class="choices">
          {options.map(({ id, text }, i) => (
            <Radio name={name} value={id} label={text} chosen={value} first={i === 0} />
          ))}
          {!question.required && <Radio name={name} value="" label={form.noAnswer} chosen={value} />}
        </ul>
      </Choices>
    </div>
  );
}
