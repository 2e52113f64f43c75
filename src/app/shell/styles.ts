import '#ui/styles/tokens.css';
import '#ui/styles/modes.css';
import '#ui/styles/base.css';
import '#ui/styles/layout.css';
