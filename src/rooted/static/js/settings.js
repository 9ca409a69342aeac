// Shared phones: no page in the browser's storage. Strict CSP: no styles and no code from text.
htmx.config.historyCacheSize = 0;
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.disableInheritance = true;
htmx.config.selfRequestsOnly = true;
