import { checkExamples } from '../testing/check-examples.tsx';
import { examples } from './timeline.examples.tsx';

checkExamples(examples);
