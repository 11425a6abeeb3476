# SPDX-License-Identifier: GPL-3.0-or-later
"""First names that are common in the countries of our languages; only to tell which column holds first names.

Folded. Nothing about a person is taken from them, least of all woman or man.
"""

_NAMES = """
achim adam adrian agata agnes agnieszka ahmet albert aldona alex alexander alexandra alfons alfred alicia
alicja aline alois ambre amelie andre andrea andreas andrew andrzej aneta angela angelique aniko anita anja
anke ann anna annalena anne anneliese annette annick annie antoine anton antoni antonia arkadiusz arlette
armin arnaud arthur artur astrid attila august aurelie aurore axel ayse balazs barbara bartosz beata beate
beatrice bela ben benedicte benedikt benjamin benoit bernadette bernard bernd bernhard bertrand birgit bjorn
bogdan boguslawa bozena brigitte bruno camille carine carla carlo carmen carole caroline catherine cecile
celine chantal charles charlotte christa christel christelle christian christiane christina christine
christoph christophe claire clara claude claudia claudine claus clement colette corinne cornelia cyril
czeslaw dagmar damian damien daniel daniela danielle danuta dariusz david denis denise didier dieter dietmar
dirk dominik dominika dominique doris dorota dorothea edith edward edyta elena eleonore elfriede elisabeth
elise elizabeth elke ella elsa elzbieta emil emile emilia emily emine emma emmanul emmanulle eric erich erik
erika erna ernst erwin erzsebet estelle esther eszter etienne eugen eva evelyn ewa ewelina fabian fabien
fabienne fabrice fatma felix ferdinand ferenc filip florence florian francesca francine francis franciszek
franck franco francois francoise frank franz franziska frederic frederique frieda friedrich fritz gabor
gabriel gabriela gabriele gabrielle genevieve georg george georges gerald gerard gerda gerhard germaine
gertrud gilbert gilles giovanni gisela giuseppe gottfried grazyna gregor greta grzegorz gudrun guido
guillaume gunter gunther gustav guy gyorgy hanna hannah hannelore hans harald hartmut hedwig heidi heike
heiko heiner heinrich heinz helen helena helene helga helmut henri henriette henry henryk herbert hermann
herve hildegard holger horst hubert hugo ida ilona ilse ines inge ingeborg ingo ingrid irena irene iris irma
irmgard iryna isabel isabella isabelle istvan ivan iwona jacek jack jacqueline jacques jadwiga jakob jakub
james jan jana jane janina janusz jaroslaw jean jeanne jens jeremy jerome jerzy jessica joachim joanna jochen
johann johanna johannes john jolanta jonas jorg josef joseph josette jozef judit jules julia julian julie
julien juliette jurgen justyna jutta kamil karin karina karl karol karolina katalin katarzyna katharina kathe
kathleen kathrin katja kazimierz kerstin kevin kinga klara klaus konrad krystyna krzysztof kurt lars laszlo
laura laure laurence laurent lea lech lena leo leon leonie leszek liliane lina linda lionel lisa loic lothar
louis louise luc lucas lucie lucien ludger ludovic ludwig luigi luisa lukas lukasz lutz lydia maciej
madeleine magali magdalena maike maja malgorzata manfred manon manul manula marc marcel marcin marco marek
margaret margareta margit margot margret margurite maria mariam marian marianna marianne marie mariola marion
mariusz mark markus marlene marta martha martin martina martine mary maryse mateusz mathias mathieu mathilde
matthias maurice max maxime maximilian mehmet melanie michael michal michel michele mieczyslaw mikolaj
mireille miroslaw monica monika monique moritz mustafa muzeyyen nadia nadine natalia natalie nathalie nicola
nicolas nicole nils nina nora norbert odette odile oksana olaf oleh olena olga oliver olivia olivier oskar
otto paolo pascal pascale patrice patricia patrick patryk paul paula paulette pauline pawel peter petra
philip philipp philippe pia pierre piotr rafal rainer ralf ralph raphael raymond regine reiner reinhard
reinhold remi renata renate rene renee rita robert roger roland rolf romain roman ronald rosa rosemarie
roswitha rudi rudolf ruth ryszard sabina sabine samul sandor sandra sandrine sara sarah sascha sebastian
sebastien serge serhij severine siegfried sigrid silke silvia simon simone slawomir sofia solange sonja
sophia sophie stanislaw stefan stefania stephan stephane stephanie stephen steven susan susanne suzanne sven
svenja sylvain sylvia sylvie tadeusz tamara tanja taras teresa thea theo theodor therese thierry thomas tim
timo tobias tom tomasz torsten ulla ulrich ulrike urban ursula urszula ute uwe valentin valerie vera verena
veronika veronique victor victoria viktor vincent viola virginie volker volodymyr waclaw waldemar walter
waltraud wanda werner wieslaw wilfried wilhelm william witold wladyslaw wojciech wolfgang xavier yann yannick
yves yvette yvonne zbigniew zdzislaw zo zofia zoltan zsuzsanna zuzanna
"""

GIVEN_NAMES = frozenset(_NAMES.split())
