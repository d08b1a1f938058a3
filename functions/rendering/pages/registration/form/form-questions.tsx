import type { RegistrationEvent } from "../../../../domain/registration/event.ts";
import { answerField } from "../../../../domain/registration/form/form.ts";
import type { PersonQuestion } from "../../../../domain/registration/person-questions.ts";
import { choicesOf, chosenIn, type Question } from "../../../../domain/registration/question.ts";
import { choiceInWords } from "../../../messages/answer-in-words.ts";
import { FORM_MESSAGES } from "../../../messages/form-messages.ts";
import { registrationMessagesOf } from "../../../messages/registration-messages-of.ts";
import { Choice, Choices, Fold, type FormFrame, Hidden, OptionalMark, TextField } from "./fields.tsx";
import {
  answerFieldsOf,
  contactsQuestions,
  isForced,
  OPTIONAL_QUESTIONS_ID,
  QUESTIONS_ID,
} from "./form-conditions.ts";
import type { FormPageFacts } from "./form-page-facts.ts";
import { askedId } from "./question-conditions.ts";
import { questionLabel, questionWords } from "./question-words.ts";

/** The organiser's own questions that have to be answered, each with what its answer is for and how long it is kept. */
export function RequiredQuestions(props: Props) {
  const { form } = registrationMessagesOf(props.frame.language);
  const questions = contactsQuestions(props.facts).filter((question) =>
    isForced(props.facts.event, question),
  );
  if (questions.length === 0) return null;
  return (
    <fieldset id={QUESTIONS_ID}>
      <legend>{form.questions}</legend>
      <Questions {...props} questions={questions} />
    </fieldset>
  );
}

/** Those that may be left open: folded away until one was answered, or is answered wrongly. */
export function OptionalQuestions(props: Props) {
  const { facts, frame } = props;
  const questions = contactsQuestions(facts).filter((question) => !isForced(facts.event, question));
  if (questions.length === 0) return null;
  const fields = answerFieldsOf(questions);
  return (
    <div id={OPTIONAL_QUESTIONS_ID}>
      <Fold
        title={FORM_MESSAGES[frame.language].optionalQuestions}
        frame={frame}
        open={questions.some(({ id }) => (facts.values.answers[id] ?? "") !== "")}
        holds={(field) => fields.has(field)}
      >
        <Questions {...props} questions={questions} />
      </Fold>
    </div>
  );
}

interface Props {
  readonly facts: FormPageFacts;
  readonly frame: FormFrame;
}

const Questions = ({ facts, frame, questions }: Props & { questions: readonly Question[] }) => (
  <AskedQuestions questions={questions} event={facts.event} answers={facts.values.answers} frame={frame} />
);

/** Questions one after the other. @param waits whether the style of the page can hide one; it hides any unless told */
export function AskedQuestions(props: {
  questions: readonly Question[];
  event: RegistrationEvent;
  answers: Readonly<Record<string, string>>;
  frame: FormFrame;
  waits?: (question: Question) => boolean;
}) {
  const { questions, waits = () => true, ...shared } = props;
  return (
    <>
      {questions.map((question) => {
        const asked = <AskedQuestion question={question} {...shared} />;
        if (!waits(question)) return asked;
        return (
          <div class="asked" id={askedId(question.id)}>
            {asked}
          </div>
        );
      })}
    </>
  );
}

/** One question, with the answer as typed. */
function AskedQuestion(props: {
  question: PersonQuestion;
  event: RegistrationEvent;
  answers: Readonly<Record<string, string>>;
  frame: FormFrame;
}) {
  const { question, event, answers, frame } = props;
  const { language } = frame;
  const { form } = registrationMessagesOf(language);
  const words = questionWords(question, event, language);
  if (!words) return null;
  const label = questionLabel(question, event, language);
  const purpose = form.purpose(words.purpose, form.days(question.keepDays));
  const hint = words.hint === undefined ? purpose : `${words.hint} ${purpose}`;
  const name = answerField(question.id);
  const value = answers[question.id] ?? "";
  const { kind, required } = question;
  if (kind === "text" || kind === "number" || kind === "date")
    return (
      <TextField
        frame={frame}
        name={name}
        label={label}
        hint={hint}
        value={value}
        optional={!required}
        short={kind !== "text"}
        {...(kind === "text" && question.asks === undefined && { lines: 3 })}
        {...(kind === "number" && { inputmode: "decimal" })}
        {...(kind === "date" && { type: "date" })}
      />
    );
  const options = choicesOf(question).map((id) => ({
    id,
    text: choiceInWords(question, words, id, language),
  }));
  return (
    <div class="field">
      <Choices
        frame={frame}
        name={name}
        hint={hint}
        legend={
          <span class="label">
            {label}
            {!required && <OptionalMark language={language} />}
          </span>
        }
      >
        {kind === "several" && <Hidden name={name} value="" />}
        <ul class="choices">
          {options.map(({ id, text }, i) => (
            <Choice
              name={name}
              value={id}
              label={text}
              chosen={kind === "several" ? chosenIn(value) : value}
              first={i === 0}
            />
          ))}
          {!required && kind !== "several" && (
            <Choice name={name} value="" label={form.noAnswer} chosen={value} />
          )}
        </ul>
      </Choices>
    </div>
  );
}
