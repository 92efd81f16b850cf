import {
  AddressesPage,
  AddressesQuery,
  ConfirmAddressesInput,
  ConfirmAddressInput,
  ConfirmedAddressesView,
} from '../address.ts';
import { routeTable } from './route.ts';

export const addressRoutes = routeTable({
  'GET /api/addresses': {
    summary: 'A page of candidates whose address is not confirmed',
    query: AddressesQuery,
    answer: AddressesPage,
  },
  'POST /api/addresses/:id/confirm': {
    summary: 'Confirm a candidate’s address from what they showed',
    body: ConfirmAddressInput,
  },
  'POST /api/addresses/confirm': {
    summary: 'Confirm many candidates’ addresses at once, each by the same rule',
    body: ConfirmAddressesInput,
    answer: ConfirmedAddressesView,
  },
});
