import type { BodyGiven, RouteName } from '@ennead/contracts/routes';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import {
  get,
  set,
  useForm,
  useWatch,
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldPathByValue,
  type FieldValues,
  type PathValue,
} from 'react-hook-form';
import { ApiProblem } from '../api-problem.ts';
import { useProblemText } from '../problem-text.ts';
import { findFault } from '../focus-first-fault.ts';

/** A route that is sent something. */
export type SendingRoute = {
  [Name in RouteName]: BodyGiven<Name> extends undefined ? never : Name;
}[RouteName];

/** A body as a form fills it in. */
type Writable<Value> = Value extends readonly (infer Element)[]
  ? Writable<Element>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Writable<Value[Key]> }
    : Value;
export type BodyDraft<Name extends SendingRoute> = Extract<Writable<BodyGiven<Name>>, FieldValues>;

interface Options<Name extends SendingRoute, Shown> {
  /** What it has fields for. A fault anywhere else nobody could put right: it is left to the server to say. */
  readonly shows: readonly Shown[];
  /** What the form holds when it opens. */
  readonly initial: BodyDraft<Name>;
  /** What the server said about the last try, if it refused it. */
  readonly refusal?: unknown;
  readonly onSubmit: (body: BodyDraft<Name>) => void;
}

const loadCheck = () => import('./contract-check.ts');

/** How long somebody waits at most for rules that are on their way. */
const patienceMs = 2_000;
const givesUp = () => new Promise<never>((_, reject) => setTimeout(reject, patienceMs));

/**
 * A form whose rules are those of the route that it is sent to. They come with the first look into the form, so no page
 * waits for them; where they cannot be had, the form is sent unchecked and the server says what is wrong. Faults are
 * shown after the first try, at fields that know their words, and the first of them is given the focus.
 */
export function useCheckedForm<Name extends SendingRoute, const Shown extends FieldPath<BodyDraft<Name>>>(
  route: Name,
  { shows, initial, refusal, onSubmit }: Options<Name, Shown>,
) {
  type Values = BodyDraft<Name>;
  type Path = FieldPath<Values>;
  const element = useRef<HTMLFormElement>(null);
  const isShown = (path: string) => shows.some((one) => path === one || path.startsWith(`${one}.`));
  const { register, handleSubmit, control, getValues, setValue, setError, trigger, reset, formState } =
    useForm<Values>({
      defaultValues: initial as DefaultValues<Values>,
      shouldFocusError: false,
      resolver: async (values) => {
        const check = await Promise.race([loadCheck(), givesUp()]).catch(() => null);
        const paths = check?.faultsOf(route, values).filter(isShown) ?? [];
        if (paths.length === 0) return { values, errors: {} };
        const errors: FieldErrors<Values> = {};
        for (const path of paths) set(errors, path, { type: 'contract' });
        return { values: {}, errors };
      },
    });
  const values = useWatch({ control });
  const { errors, isSubmitted, isSubmitting } = formState;
  const problemText = useProblemText();
  /** A refusal that something has been changed since: it may be untrue by now. */
  const [outdated, setOutdated] = useState<unknown>(null);
  const present = refusal !== outdated ? refusal : null;
  const refused = present instanceof ApiProblem ? present : null;
  const wantsFocus = useRef(false);

  // What the server found stands at its field until that is changed.
  const mark = useEffectEvent(({ errors: faults }: ApiProblem) => {
    const marked = faults.filter(({ path }) => isShown(path));
    for (const { path } of marked) setError(path as Path, { type: 'refused' });
    wantsFocus.current = marked.length > 0;
  });
  useEffect(() => {
    if (refusal instanceof ApiProblem) mark(refusal);
  }, [refusal]);

  // A fault is marked by the render that comes after it was found.
  useEffect(() => {
    const fault = wantsFocus.current && element.current && findFault(element.current);
    if (!fault) return;
    wantsFocus.current = false;
    fault.focus();
  });

  /** What was put into fields without a word, as some password managers do. */
  const takeFilledIn = (form: HTMLFormElement) => {
    for (const field of form.querySelectorAll<HTMLInputElement>('input[name], textarea[name]'))
      if (isShown(field.name) && get(getValues(), field.name) !== field.value)
        setValue(field.name as Path, field.value as PathValue<Values, Path>);
  };

  const errorAt = (path: Path, words: string): string | null => {
    const error = get(errors, path) as { readonly type?: string } | undefined;
    if (!error) return null;
    // Of input that is malformed the form has better words than the server.
    const isOwn = error.type === 'refused' && refused !== null && refused.code !== 'INPUT_INVALID';
    return isOwn ? problemText(refused) : words;
  };

  return {
    values: values as Values,
    reset,
    /** From the press on, while the rules are still asked. */
    busy: isSubmitting,
    /** What was refused and stands at no field; null once something was changed. */
    refusedAsWhole: refused?.errors.some(({ path }) => isShown(path)) ? null : (present ?? null),
    form: {
      ref: element,
      noValidate: true,
      onFocus: () => void loadCheck().catch(() => undefined),
      onInput: () => setOutdated(refusal),
      // A key that is held is one press.
      onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key === 'Enter' && event.repeat) event.preventDefault();
      },
      onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
        takeFilledIn(event.currentTarget);
        void handleSubmit(
          // Whoever closed the form before anything was sent sends nothing.
          (body) => {
            if (element.current) onSubmit(body);
          },
          () => {
            wantsFocus.current = true;
          },
        )(event);
      },
    },
    /** A native control, and what to say when it is wrong. */
    field: (path: Shown & FieldPathByValue<Values, string>, words: string) => ({
      ...register(path),
      error: errorAt(path, words),
    }),
    /** A control that is given its value and tells the next one. */
    choice: <At extends Shown>(path: At, words = '') => ({
      value: get(values, path) as PathValue<Values, At>,
      error: errorAt(path, words),
      onChange: (next: PathValue<Values, At>) => {
        setValue(path, next);
        setOutdated(refusal);
        // A choice may be what makes another field right or wrong.
        if (isSubmitted) void trigger();
      },
    }),
  };
}
