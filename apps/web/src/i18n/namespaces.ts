import type accommodations from './zh-CN/accommodations.ts';
import type account from './zh-CN/account.ts';
import type addresses from './zh-CN/addresses.ts';
import type admin from './zh-CN/admin.ts';
import type assessment from './zh-CN/assessment.ts';
import type candidate from './zh-CN/candidate.ts';
import type common from './zh-CN/common.ts';
import type decisions from './zh-CN/decisions.ts';
import type desk from './zh-CN/desk.ts';
import type enrol from './zh-CN/enrol.ts';
import type exam from './zh-CN/exam.ts';
import type home from './zh-CN/home.ts';
import type institution from './zh-CN/institution.ts';
import type interests from './zh-CN/interests.ts';
import type lab from './zh-CN/lab.ts';
import type notices from './zh-CN/notices.ts';
import type pages from './zh-CN/pages.ts';
import type portfolio from './zh-CN/portfolio.ts';
import type problems from './zh-CN/problems.ts';
import type result from './zh-CN/result.ts';
import type reviews from './zh-CN/reviews.ts';
import type standard from './zh-CN/standard.ts';
import type trail from './zh-CN/trail.ts';
import type exceptions from './zh-CN/exceptions.ts';
import type samePeople from './zh-CN/same-people.ts';
import type threats from './zh-CN/threats.ts';
import type ties from './zh-CN/ties.ts';
import type tries from './zh-CN/tries.ts';
import type verify from './zh-CN/verify.ts';

/** One line a namespace. The Chinese dictionary is the shape; dictionaries.spec.ts holds the English one to it. */
export interface Namespaces {
  readonly accommodations: typeof accommodations;
  readonly account: typeof account;
  readonly addresses: typeof addresses;
  readonly admin: typeof admin;
  readonly assessment: typeof assessment;
  readonly candidate: typeof candidate;
  readonly common: typeof common;
  readonly decisions: typeof decisions;
  readonly desk: typeof desk;
  readonly enrol: typeof enrol;
  readonly exam: typeof exam;
  readonly home: typeof home;
  readonly institution: typeof institution;
  readonly interests: typeof interests;
  readonly lab: typeof lab;
  readonly notices: typeof notices;
  readonly pages: typeof pages;
  readonly portfolio: typeof portfolio;
  readonly problems: typeof problems;
  readonly result: typeof result;
  readonly reviews: typeof reviews;
  readonly standard: typeof standard;
  readonly trail: typeof trail;
  readonly exceptions: typeof exceptions;
  readonly 'same-people': typeof samePeople;
  readonly threats: typeof threats;
  readonly ties: typeof ties;
  readonly tries: typeof tries;
  readonly verify: typeof verify;
}

export type Namespace = keyof Namespaces;

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

type WithoutPlural<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;

export type KeyOf<N extends Namespace> = WithoutPlural<Leaves<Namespaces[N]>>;

/** Keys of the hook's own namespace as they are, those of `common` with its name in front. */
export type TextKey<N extends Namespace> = KeyOf<N> | `common:${KeyOf<'common'>}`;
export type QualifiedKey = { [N in Namespace]: `${N}:${KeyOf<N>}` }[Namespace];
