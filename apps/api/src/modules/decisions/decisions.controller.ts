import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AboveScoresPage,
  AboveScoresQuery,
  AnswerInput,
  DecidedPage,
  DecidedQuery,
  DecisionInput,
  DecisionView,
  EvidenceView,
  QueueCounts,
  TrailView,
  UndecidedPage,
  UndecidedQuery,
  WithdrawalInput,
} from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { DecisionsService } from './decisions.service.ts';

@Controller()
export class DecisionsController {
  constructor(private readonly decisions: DecisionsService) {}

  @Get('decisions/queue')
  @Allow('certifier')
  @Answers(QueueCounts)
  queue(@FromCaller() caller: Caller) {
    return this.decisions.queue(caller);
  }

  @Get('decisions/undecided')
  @Allow('certifier')
  @Answers(UndecidedPage)
  undecided(@FromCaller() caller: Caller, @Query({ schema: UndecidedQuery }) query: UndecidedQuery) {
    return this.decisions.undecided(caller, query);
  }

  @Get('decisions/above-scores')
  @Allow('certifier')
  @Answers(AboveScoresPage)
  aboveScores(@FromCaller() caller: Caller, @Query({ schema: AboveScoresQuery }) query: AboveScoresQuery) {
    return this.decisions.aboveScores(caller, query);
  }

  @Get('decisions/decided')
  @Allow('certifier')
  @Answers(DecidedPage)
  decided(@FromCaller() caller: Caller, @Query({ schema: DecidedQuery }) query: DecidedQuery) {
    return this.decisions.decided(caller, query);
  }

  @Get('entries/:id/evidence')
  @Allow('certifier')
  @Answers(EvidenceView)
  evidence(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.decisions.evidence(caller, id);
  }

  @Get('entries/:id/trail')
  @Allow('certifier', 'administrator')
  @Answers(TrailView)
  trail(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.decisions.trail(caller, id);
  }

  @Post('entries/:id/decision')
  @Allow('certifier')
  @Answers(DecisionView, 201)
  decide(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: DecisionInput }) input: DecisionInput,
  ) {
    return this.decisions.decide(caller, id, input);
  }

  @Post('decisions/:id/withdraw')
  @Allow('certifier')
  @Answers(DecisionView, 201)
  withdraw(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: WithdrawalInput }) input: WithdrawalInput,
  ) {
    return this.decisions.withdraw(caller, id, input);
  }

  @Post('decisions/:id/confirm')
  @Allow('certifier')
  @Answers(DecisionView, 201)
  confirm(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: AnswerInput }) input: AnswerInput,
  ) {
    return this.decisions.confirm(caller, id, input);
  }

  @Post('decisions/:id/reject')
  @Allow('certifier')
  @HttpCode(204)
  reject(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: AnswerInput }) input: AnswerInput,
  ) {
    return this.decisions.reject(caller, id, input);
  }
}
