/** What the queue page shows of one appeal; every peer must give the same of the same fifty. */
export interface Fact {
  id: string;
  number: string;
  status: string;
  subject: string;
  submittedAt: string;
  regionName: string;
  topicName: string | null;
  deputyName: string | null;
}

export const PAGE = 50;
export const REGION = 'RU-NVS';

/** Statuses of the measured page: registered appeals, so that each row has deputy and topic. */
export const STATUS = 'CLOSED';

export const sameInstant = (value: string | Date): string => new Date(value).toISOString();
