import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { startTexts } from './i18n/i18n';
import { AppRoutes } from './routes';
import { Crash } from './shell/Crash';
import './theme/styles';
import { colourVariables, theme } from './theme/theme';
import { NoticesProvider } from './ui/Notices';

const colourScheme = localStorageColorSchemeManager({ key: 'colour-scheme' });
const root = document.getElementById('root');

if (root) {
  await startTexts();
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={colourVariables} colorSchemeManager={colourScheme} defaultColorScheme="auto">
          <NoticesProvider>
            <Crash>
              <BrowserRouter>
                <AppRoutes />
              </BrowserRouter>
            </Crash>
          </NoticesProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
