import {
  ChooseNoticesInput,
  MessageLink,
  MessagesPage,
  MessagesQuery,
  MessageView,
  NoticeChoices,
  NoticesPage,
  NoticesQuery,
  ReadNoticesInput,
  UnreadNotices,
} from '../notice.ts';
import { routeTable } from './route.ts';

export const messageRoutes = routeTable({
  'GET /api/notices': {
    summary: 'A page of what the caller was told, latest first',
    query: NoticesQuery,
    answer: NoticesPage,
  },
  'GET /api/notices/unread': { summary: 'How many of them are not read', answer: UnreadNotices },
  'POST /api/notices/read': { summary: 'Mark some of them, or all, as read', body: ReadNoticesInput },
  'GET /api/notices/choices': { summary: 'Which of them the caller has by mail too', answer: NoticeChoices },
  'PUT /api/notices/choices': {
    summary: 'Choose whether one kind comes by mail too',
    body: ChooseNoticesInput,
  },
  'GET /api/messages': {
    summary: 'A page of all letters, latest first, with what became of them',
    query: MessagesQuery,
    answer: MessagesPage,
  },
  'GET /api/messages/:id': { summary: 'One letter, as it reads', answer: MessageView },
  'POST /api/messages/:id/link': {
    summary: 'The one-time link of a captured letter, which is recorded',
    answer: MessageLink,
  },
  'POST /api/messages/:id/send-again': {
    summary: 'Have a letter sent again that was refused, or of which nobody can tell',
  },
});
