/** Given names common in English-language news that the generated list lacks. Folded, lower case. */
export const MORE_GIVEN_NAMES: ReadonlySet<string> = new Set(
  `abdullah abdulrahman abu agnieszka aisha akira alejandro alexandr alexei amina amit anders andrzej angelique anil anjali
anwar arjun arturo asif ayesha aziz barack bashar bilal binyamin benjamin boris chandra chen chidi chiara deepak denys
dilip dimitri dmitri dmitry donald ebony emeka emmanuel enrique esteban faisal farah farid fatima feng fernando francesca
francois fumio gaurav giorgio giovanni giulia goran guillermo gunter halima hamid hamza hans-peter haruto hassan hiroshi
hussein ibrahim igor imran ingrid irina ismail jacinda jamal javier jens jiang jin joao joaquin jorg jose jurgen kamala
kareem katarzyna keir keisha khalid kofi krzysztof kumar kwame lakshmi latisha leila leonid li liu ludmila maciej mahmoud
malala malik manuela marcin mariusz marwan matteo mehmet mei mikhail ming mirza mohamed mohammad mohammed mostafa muhammad
mustafa nadia narendra nasser ngozi nguyen nikita nikolai nikos oleg oleksandr olena osman pavel pedro piotr pranab priya
raghav rahul raj rajesh ramesh rania rashid ravi recep rishi rodrigo sadiq saeed salma sandeep sanjay sergei sergey shinzo
siddharth sofia soren sunil sunita svetlana tariq tatiana thabo thierry tomas tomasz ursula usman vikram viktor vladimir
volodymyr walter wei wojciech xavier xi yasmin yasser yevgeny yoshihide youssef yuki yuri yusuf zainab zhang ziad`.split(
    /\s+/,
  ),
);
