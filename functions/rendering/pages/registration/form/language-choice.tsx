import { LANGUAGE_NAMES, LANGUAGES } from "../../../../domain/language.ts";
import { FIELDS } from "../../../../domain/registration/form/form.ts";
import { fieldId } from "./fields.tsx";

/** The language of mails, each in its own words. */
export function LanguageChoice({ chosen, label, hint }: { chosen: string; label: string; hint?: string }) {
  const id = fieldId(FIELDS.language);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="soft" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <select
        id={id}
        name={FIELDS.language}
        autocomplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {LANGUAGES.map((each) => (
          <option value={each} selected={each === chosen} lang={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
