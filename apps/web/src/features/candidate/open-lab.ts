/** A full load: the lab's page comes with a content security policy of its own. */
export const openLab = (labSessionId: string) => window.location.assign(`/lab/${labSessionId}`);
