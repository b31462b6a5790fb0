import { day } from '../../../shared/time';

/** Returns a day of a plan as the user's system writes it; at noon it is the same day in every time zone. */
export function dayText(iso: string, locale?: string): string {
  return day(`${iso}T12:00:00`, locale);
}
