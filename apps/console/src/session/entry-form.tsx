import { useState, type ReactNode } from 'react';
import { useProblemText } from '../design/states.js';

/** What was entered under a name. */
export const textIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

type FormProps = {
  readonly title: string;
  readonly why: string | undefined;
  readonly action: string;
  readonly submit: (form: FormData) => Promise<void>;
  readonly children: ReactNode;
};

/** A form with one action; what the server refuses is said above it. */
export const EntryForm = ({ title, why, action, submit, children }: FormProps) => {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const textOf = useProblemText();
  const run = async (form: FormData) => {
    setBusy(true);
    setError(undefined);
    await submit(form).catch(setError);
    setBusy(false);
  };
  return (
    <>
      <h1>{title}</h1>
      {why && <p className="muted">{why}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(new FormData(event.currentTarget));
        }}
      >
        {children}
        {error !== undefined && (
          <p className="help bad" role="alert">
            {textOf(error)}
          </p>
        )}
        <button type="submit" className="btn main-act" disabled={isBusy}>
          {action}
        </button>
      </form>
    </>
  );
};

type EntryProps = {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: string;
  readonly help?: string;
  readonly isSecret?: boolean;
  readonly isFirst?: boolean;
};

/** A text with its label. */
export const Entry = ({ name, label, autoComplete, help, isSecret = false, isFirst = false }: EntryProps) => (
  <div className="field">
    <label htmlFor={`entry-${name}`}>{label}</label>
    <input
      className="in"
      id={`entry-${name}`}
      name={name}
      type={isSecret ? 'password' : 'text'}
      autoComplete={autoComplete}
      autoFocus={isFirst}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={isSecret ? 1_000 : 200}
      aria-describedby={help ? `help-${name}` : undefined}
      required
    />
    {help && (
      <span className="help" id={`help-${name}`}>
        {help}
      </span>
    )}
  </div>
);
