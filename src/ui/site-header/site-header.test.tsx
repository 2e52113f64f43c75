import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './site-header.examples.tsx';

checkExamples(examples);
