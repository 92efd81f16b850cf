import { Refusal, type AccessOfSession } from '@ennead/contracts';
import { Institution, SessionGuest, SessionHouse, type ExamSession } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';

type Circle = Partial<Pick<AccessOfSession, 'houses' | 'guests'>>;

/** For whom the session is, where it is not for everybody. @throws Refusal NOT_FOUND for an institution that does not exist */
export const insertCircle = async (
  manager: EntityManager,
  examSessionId: string,
  { houses = [], guests = [] }: Circle,
): Promise<void> => {
  const ids = houses.map(({ institutionId }) => institutionId);
  if ((await manager.countBy(Institution, { id: In(ids) })) < ids.length)
    throw new Refusal('NOT_FOUND', [{ path: 'houses', message: 'no such institution' }]);
  if (houses.length > 0)
    await manager.insert(
      SessionHouse,
      houses.map((house) => ({ ...house, examSessionId })),
    );
  if (guests.length > 0)
    await manager.insert(
      SessionGuest,
      guests.map((email) => ({ email, examSessionId })),
    );
};

/** For whom a session is and how many can sit it, as it stands. */
export const readAccess = async (
  manager: EntityManager,
  { id: examSessionId, access, places, confirms }: Pick<ExamSession, 'id' | 'access' | 'places' | 'confirms'>,
): Promise<AccessOfSession> => {
  const houses = await manager.find(SessionHouse, {
    where: { examSessionId },
    order: { institutionId: 'ASC' },
  });
  const guests = await manager.find(SessionGuest, { where: { examSessionId }, order: { email: 'ASC' } });
  return {
    access,
    places,
    confirms,
    houses: houses.map(({ institutionId, quota }) => ({ institutionId, quota })),
    guests: guests.map(({ email }) => email),
  };
};
