import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/parts.css';
import './ui/files.css';
import './ui/pages.css';
import { App } from './app/app';

createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
