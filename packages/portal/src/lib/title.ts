import { useAbout } from './about';
import { useTexts } from './texts/texts';

/** What the portal is called: the server's setting, and our own words until it comes. */
export function useServiceName(): string {
  const { t } = useTexts();
  return useAbout().data?.about.serviceName ?? t('service.name');
}

/** The words of the browser's tab for a page called `page`. */
export function useTitle(page: string): string {
  return `${page} · ${useServiceName()}`;
}
