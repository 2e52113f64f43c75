import { useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { askForHuman } from '../ask-for-human.js';
import './page.css';

/* global __WORDS__ */
const words = __WORDS__;

function Home() {
  const [status, setStatus] = useState('');
  return (
    <>
      <header>{words.brand}</header>
      <main>
        <p>
          <Link href="?mode=senior">{words.toSenior}</Link>
        </p>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <ul>
          {words.jobs.map(({ title, text, href }) => (
            <li key={href}>
              <Link href={href}>
                <b>{title}</b>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </main>
      <aside>
        <div role="status" data-help="human-status">
          {status}
        </div>
        <Button data-help="human" onPress={() => askForHuman(words, setStatus)}>
          {words.human}
        </Button>
        <Link className="call" href="tel:95500">
          {words.hotline}
        </Link>
      </aside>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Home />);
