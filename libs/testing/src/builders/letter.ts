import { carriesLink, type Letter, letterFacts, type MessageKind } from '@ennead/contracts';

/** A letter that says what its kind fills in, and nothing else. */
export const aLetter = (kind: MessageKind): Letter => {
  const shown = ['name', ...letterFacts[kind].shows, ...(carriesLink(kind) ? ['link'] : []), 'site'];
  const body = shown.map((place) => `{{${place}}}`).join('\n\n');
  return {
    kind,
    subject: { 'zh-CN': `通知 ${kind}`, en: `About ${kind}` },
    body: { 'zh-CN': `您好：\n\n${body}`, en: `Hello,\n\n${body}` },
  };
};
